import type { ShippedLocale } from './locale.js';
import { plural } from './plural.js';
import { shipLocale } from './register.js';

// For who translates: the keys and their order are those of the parts in `en/`; what a part is for stands there. A key in
// quotes ends in a word of the marketplace. Values come as text; a `count` is also a number, for `plural`, and is written
// as the language writes numbers; `many` is whole millions. What stands in quotation marks in English is a name that a
// person gave.
//
// Words used throughout: credential = credencial, identifier = identificador, secret = secreto, access request = solicitud
// de acceso, application = aplicación, subscription = suscripción, plan = plan, provider = proveedor, gateway = gateway,
// marketplace = marketplace, suspend = suspender, enable = reactivar, renew = renovar, regenerate = regenerar, share link =
// enlace para compartir, set up = configurar. People are addressed as tú, in words that are at home on both sides of the
// Atlantic; buttons are infinitives. What “it” may be is feminine throughout: credencial, solicitud, aplicación,
// suscripción.

/** Spanish: what elements show at once. */
export const locale: ShippedLocale = {
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',

  // common: every element
  retry: 'Reintentar',
  loading: 'Cargando…',
  unknown: 'Desconocido',
  partFailed: 'No se pudo cargar esta parte de la página. Revisa tu conexión e inténtalo de nuevo.',
  cancel: 'Cancelar',
  close: 'Cerrar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyNamed: (label: string) => `Copiar ${label}`,
  copiedNamed: (label: string) => `Copiado: ${label}.`,
  copyFailed: 'El navegador bloqueó la copia. El valor está seleccionado: pulsa Ctrl+C, o ⌘C en un Mac.',
  loadMore: 'Cargar más',

  'error-network': 'No se pudo conectar con el marketplace. Revisa tu conexión e inténtalo de nuevo.',
  'error-timeout': 'El marketplace tardó demasiado en responder. Inténtalo de nuevo.',
  'error-unauthenticated': 'Tu sesión ha terminado. Vuelve a iniciar sesión para continuar.',
  'error-token-expired': 'Tu sesión ha terminado. Vuelve a iniciar sesión para continuar.',
  'error-forbidden': 'No tienes permiso para ver o hacer esto. Consulta a un administrador de tu equipo.',
  'error-not-found': 'Esto ya no existe o pertenece a otro equipo.',
  'error-rate-limited': 'Demasiadas peticiones en poco tiempo. Espera un momento e inténtalo de nuevo.',
  'error-unavailable': 'El marketplace no está disponible ahora mismo. Inténtalo de nuevo en un momento.',
  'error-configuration': 'Esta página no está conectada a ningún marketplace. Avisa a quien la administra.',
  errorRefused: 'El marketplace no acepta lo que esta página le pide. Avisa a quien administra la página.',
  errorUnknown: 'Algo salió mal en el marketplace. No se cambió nada en esta página; inténtalo de nuevo.',

  // reasons: why something is not possible now, or was refused. “It” is a credential, a request, an option
  'reason-not-active': 'Solo es posible mientras está activa.',
  'reason-not-inactive': 'Solo es posible mientras está suspendida.',
  'reason-provisioning': 'Será posible cuando el gateway termine de configurarla.',
  'reason-in-transition': 'Hay otro cambio en curso.',
  'reason-deleting': 'Se está eliminando.',
  'reason-expired': 'Ha expirado.',
  'reason-erased': 'El secreto ya no se guarda aquí.',
  'reason-viewed': 'El secreto se mostró una vez y ya no se guarda aquí.',
  'reason-no-access': 'La aplicación no tiene acceso aprobado a esta API.',
  'reason-subscription-not-active': 'La suscripción asociada ya no está activa.',
  'reason-not-pending': 'Solo es posible mientras espera una decisión.',
  'reason-not-rejected': 'Solo es posible después de un rechazo.',
  'reason-role': 'Tu rol no lo permite.',
  'reason-not-approved': 'Aún no está aprobada.',
  'reason-plan-excludes-resource': 'El plan de esta suscripción no incluye esta API.',
  'reason-other-team': 'Pertenece a un equipo distinto del que elegiste.',
  'reason-duplicate': 'Ya tiene una solicitud de acceso en curso para esta API.',
  'reason-limit-reached': 'Se alcanzó el máximo permitido: primero elimina un elemento.',
  'reason-not-exposed': 'Esta API no está expuesta.',
  'reason-not-eligible': 'No cumples los requisitos.',
  'reason-other-environment': 'Pertenece a otro entorno.',
  'reason-no-application': 'Aún no hay ninguna aplicación para ello.',
  'reason-unsupported': 'Este tipo de credencial no lo permite.',
  reasonUnknown: 'No es posible ahora mismo.',

  'error-state-conflict': 'Hubo cambios mientras tanto, así que ya no es posible. Ahora ves el estado actual.',
  'error-precondition-failed':
    'Alguien hizo cambios mientras tanto. Ahora ves el estado actual; revísalo e inténtalo de nuevo.',
  'error-secret-gone': 'El secreto ya no se guarda aquí.',
  'error-access-required': 'Primero se necesita un acceso aprobado a la API.',
  'error-limit-reached': 'Se alcanzó el máximo de credenciales. Elimina una que ya no haga falta.',
  'error-not-exposed': 'Esta API no está expuesta, así que no se pueden crear credenciales para ella.',
  'error-not-eligible': 'No cumples los requisitos para tener credenciales aquí.',
  'error-duplicate-access-request':
    'Con esta suscripción, esta aplicación ya tiene una solicitud de acceso en curso para esta API.',
  'error-validation-failed': 'Algunos de los datos no se aceptaron. Corrígelos e inténtalo de nuevo.',
  'error-payload-too-large': 'Es más de lo que acepta el marketplace. Acorta lo que escribiste e inténtalo de nuevo.',

  // credential-list
  credentials: 'Credenciales',
  credentialCount: (count: number) =>
    plural('es', count, {
      one: `${count} credencial`,
      many: `${count} de credenciales`,
      other: `${count} credenciales`,
    }),
  credentialCountOf: (shown: number, total: number) => `${shown} de ${total} credenciales`,
  credentialName: 'Nombre',
  credentialKindOf: (type: string, application: string) => `${type} · ${application}`,
  credentialIdentifier: 'Identificador',
  credentialStatus: 'Estado',
  credentialEnvironment: 'Entorno',
  credentialServes: 'Se usa para',
  credentialLastUsed: 'Último uso',
  credentialExpires: 'Expiración',
  credentialActions: 'Acciones',
  credentialMenu: (name: string) => `Acciones para ${name}`,
  credentialCopy: (label: string, name: string) => `Copiar ${label} de ${name}`,
  credentialSelect: (name: string) => `Seleccionar ${name}`,
  credentialViewSecret: 'Ver secreto',
  credentialViewSecretOf: (name: string) => `Ver secreto de ${name}`,
  credentialNeverUsed: (created: string) => `Sin uso desde el ${created}`,
  credentialNoUsage: 'Sin datos de uso',
  credentialNoExpiry: 'Nunca',
  credentialNoIdentifier: 'Al terminar la configuración',
  credentialsEmpty: 'Aún no hay credenciales',
  credentialsEmptyHint: 'Una credencial permite que una aplicación llame a una API. Las que crees aparecerán aquí.',
  // `when` is relative: “dentro de 5 días”, “hace 3 horas”
  credentialExpiresIn: (when: string) => `Expira ${when}`,
  credentialExpiredAgo: (when: string) => `Expiró ${when}`,

  'state-pending': 'Pendiente',
  'state-active': 'Activa',
  'state-inactive': 'Inactiva',
  'state-deleting': 'Eliminando…',
  'state-expired': 'Expirada',
  'state-error': 'Con errores',
  'state-suspending': 'Suspendiendo…',
  'state-enabling': 'Reactivando…',
  'state-renewing': 'Renovando…',
  'state-regenerating': 'Regenerando…',
  'state-updating': 'Actualizando…',
  'state-setting-secret': 'Definiendo secreto…',

  // access-request-list
  requests: 'Solicitudes de acceso',
  requestCount: (count: number) =>
    plural('es', count, {
      one: `${count} solicitud`,
      many: `${count} de solicitudes`,
      other: `${count} solicitudes`,
    }),
  requestCountOf: (shown: number, total: number) => `${shown} de ${total} solicitudes`,
  requestsEmpty: 'Aún no hay solicitudes de acceso',
  requestsEmptyHint: 'Cuando solicites acceso a una API, podrás seguir la solicitud aquí.',
  requestsNonePending: 'No hay nada pendiente de decisión',
  requestsNonePendingHint: 'Las nuevas solicitudes aparecen aquí automáticamente.',
  requestFrom: (person: string, team: string) => `${person}, ${team}`,
  // `when` is relative: “hace 3 horas”
  requestSent: (when: string) => `Enviada ${when}`,
  requestReason: (reason: string) => `«${reason}»`,
  requestDetails: 'Detalles',
  requestDoNamed: (action: string, name: string) => `${action}: ${name}`,
  requestNowIs: (name: string, state: string) => `${name}: ${state}`,
  'do-approve': 'Aprobar',
  'do-reject': 'Rechazar',
  'do-create-credential': 'Crear credencial',
  'do-update': 'Editar y reenviar',
  'do-withdraw': 'Retirar',
  'do-revoke': 'Revocar acceso',

  // access-states: where an access request stands
  'access-pending': 'En revisión',
  'access-provisioning': 'En configuración',
  'access-active': 'Lista',
  'access-rejected': 'Rechazada',
  'access-revoked': 'Revocada',
  'access-withdrawn': 'Retirada',
  'access-error': 'Error de configuración',
  'access-unknown': 'Estado desconocido',

  // secret-reveal: before and after a secret is shown
  secretLoading: 'Cargando la credencial…',
  secretPending: 'Esperando a que el gateway la configure',
  secretPendingHint: 'Suele tardar unos segundos. El secreto se podrá ver aquí en cuanto esté disponible.',
  secretWindow: (left: string, until: string) => `El secreto se puede ver durante ${left} más, hasta el ${until}.`,
  secretAlways: 'El secreto se puede ver en cualquier momento.',
  secretOnce: 'El secreto se puede ver una sola vez. Guárdalo entonces en un lugar seguro: no se volverá a mostrar.',
  secretView: 'Ver secreto',
  secretViewAgain: 'Ver secreto de nuevo',
  secretViewAfter: 'Después se borra de aquí, pero sigue funcionando en el gateway.',
  secretHiddenIdle: 'Se ocultó por inactividad.',
  secretHiddenTab: 'Se ocultó porque saliste de esta pestaña.',
  secretHiddenSession: 'Se ocultó porque tu sesión ha terminado. Vuelve a iniciar sesión para verlo.',
  secretHiddenWindow: 'El plazo para verlo ha terminado.',
  secretWindowLeft: (left: string) => `Tiempo restante para ver el secreto: ${left}.`,
  secretErased: 'El secreto ya no se guarda aquí',
  secretErasedSince: (when: string) => `Se borró el ${when}.`,
  secretErasedHint:
    'Sigue funcionando en el gateway: quien lo haya guardado puede seguir usándolo. Si nadie lo guardó, obtén uno nuevo.',
  secretViewed: 'El secreto ya se vio y no se vuelve a mostrar',
  secretViewedHint:
    'Funciona en el gateway: quien lo haya guardado puede seguir usándolo. Si nadie lo guardó, obtén uno nuevo.',
  secretLost:
    'La respuesta con el secreto se perdió por el camino. Vuelve a pedirla ahora: solo es posible durante un momento.',
  secretChanging: 'Esperando a que el gateway aplique el cambio',
  secretSet: 'Hay un secreto definido',
  secretSetHint: 'No se puede leer aquí. Quien tenga el enlace para compartir puede reemplazarlo.',
  secretNotSet: 'Aún no hay ningún secreto definido',
  secretNotSetHint:
    'Crea un enlace para compartir: la persona a la que se lo des definirá el secreto en la página del enlace.',
  secretSnippet: 'Cómo llamar a la API con él',
  secretRenew: 'Renovar credencial',
  secretRegenerate: 'Regenerar credencial',
  secretReplace: 'Crear otra credencial',
  secretNone: 'Esta credencial no tiene secreto.',
  secretGone: 'Esta credencial ya no existe o pertenece a otro equipo.',
};

shipLocale(locale, () => Promise.all([import('./es/lists.js'), import('./es/forms.js'), import('./es/actions.js')]));
