import type { ActionMessages } from '../locale.js';

/** Spanish: menus, dialogs and secrets. See `../es.ts` for the words used. */
export const messages: ActionMessages = {
  // dialog
  typeToConfirm: (name: string) => `Para confirmar, escribe «${name}»`,
  typedDiffers: (name: string) => `Escribe «${name}» exactamente como aparece.`,

  // credential-actions: menu and confirmations
  'action-reveal': 'Ver secreto',
  'action-update': 'Editar credencial',
  'action-renew': 'Renovar credencial',
  'action-regenerate': 'Regenerar credencial',
  'action-suspend': 'Suspender credencial',
  'action-enable': 'Reactivar credencial',
  'action-retry': 'Reintentar',
  'action-share': 'Crear enlace para compartir',
  'action-unshare': 'Dejar de compartir',
  'action-provision': 'Configurar',
  'action-fail': 'Rechazar la configuración',
  'action-history': 'Historial',
  'action-remove': 'Eliminar credencial',
  credentialNoActions: 'No hay acciones disponibles ahora mismo.',

  suspendHeading: (name: string) => `¿Suspender «${name}»?`,
  suspendBody:
    'El gateway rechazará las llamadas hechas con esta credencial hasta que la reactives. Su secreto no cambia.',
  enableHeading: (name: string) => `¿Reactivar «${name}»?`,
  enableBody: 'El gateway volverá a aceptar las llamadas hechas con esta credencial.',

  renewHeading: (name: string) => `¿Renovar «${name}»?`,
  renewBody: 'Obtendrás un secreto nuevo. Los identificadores no cambian.',
  renewNewEnd: (until: string) => `El secreto nuevo funciona hasta el ${until}.`,
  renewNewOpen: 'El secreto nuevo funciona sin límite de tiempo.',
  renewAgain: (until: string) =>
    `El secreto anterior a la última renovación, que aún funciona hasta el ${until}, deja de funcionar de inmediato.`,
  renewOverlap: '¿Cuánto tiempo más debe funcionar el secreto anterior?',
  renewNow: 'Detenerlo de inmediato',
  renewNowEnd: 'Deja de funcionar en cuanto exista el nuevo.',
  renewOldEnd: (until: string) => `El secreto anterior funciona hasta el ${until}.`,

  regenerateHeading: (name: string) => `¿Regenerar «${name}»?`,
  regenerateBody:
    'Obtendrás identificadores nuevos y un secreto nuevo. Los anteriores dejan de funcionar de inmediato: ya no se emiten tokens de sesión para ellos.',
  sessionsOpen: 'Los tokens de sesión ya emitidos siguen funcionando hasta que expiren.',
  sessionsUntil: (until: string, left: string) =>
    `Los tokens de sesión ya emitidos siguen funcionando hasta el ${until}, durante ${left} más como máximo.`,

  unshareHeading: (name: string) => `¿Dejar de compartir «${name}»?`,
  unshareBody: 'El enlace para compartir deja de funcionar de inmediato. Si se definió un secreto con él, se conserva.',
  shareHeading: (name: string) => `¿Compartir «${name}»?`,
  shareBody:
    'Obtendrás un enlace. Quien lo tenga puede definir o reemplazar el secreto de esta credencial hasta que el enlace expire, y nada más.',
  shareAgain: 'El enlace creado antes deja de funcionar.',
  shareLifetime: '¿Cuánto tiempo debe funcionar?',
  shareUntil: (until: string) => `Hasta el ${until}.`,
  shareMake: 'Crear enlace',
  shareLinkHeading: (name: string) => `Enlace para compartir «${name}»`,
  shareLinkBody: (until: string) => `Funciona hasta el ${until}. Solo se muestra ahora: si se pierde, crea otro.`,
  shareLink: 'Enlace',
  shareCopy: 'Copiar enlace y cerrar',

  provisionHeading: (name: string) => `¿Configurar «${name}»?`,
  provisionBody: 'El gateway la configura y queda activa. Quien la pidió podrá usarla entonces.',
  failHeading: (name: string) => `¿Rechazar la configuración de «${name}»?`,
  failBody: 'Quien la pidió verá el motivo y podrá volver a pedirla.',
  failReason: 'Motivo',
  failReasonHelp: 'Visible para el equipo.',
  failReasonMissing: 'Indica por qué no se puede configurar.',

  cardType: 'Tipo',
  cardEnvironment: 'Entorno',
  cardApplication: 'Aplicación',
  cardResources: 'Se usa para',
  removeHeading: (name: string) => `¿Eliminar «${name}»?`,
  removeBody:
    'Esta acción no se puede deshacer. El gateway rechazará definitivamente las llamadas hechas con esta credencial.',
  removeUnused: 'Nunca se ha usado.',
  removeUsageUnknown: 'No hay datos de su uso: asegúrate de que ya nada la usa.',
  // `when` is relative: “hace 3 horas”
  removeUsed: (when: string) => `Se usó por última vez ${when}: lo que aún la use dejará de funcionar.`,
  suspendInstead: 'Suspender en su lugar',
  suspendHint: '¿Tienes dudas? Suspéndela primero: eso se puede deshacer.',

  // created-credential: where a new credential stands
  'created-word-pending': 'Pendiente',
  'created-word-ready': 'Activa',
  'created-word-error': 'Error de configuración',
  'created-word-gone': 'Eliminada',
  'created-hint-pending': 'Esperando al gateway. Suele tardar solo un momento; aquí verás cuándo está lista.',
  'created-hint-ready': 'El gateway la acepta. Mira su secreto ahora y guárdalo donde tu aplicación pueda encontrarlo.',
  'created-hint-extended': 'También se puede usar para esta API. Su secreto no cambia.',
  'created-hint-share':
    'El gateway la conoce. Aún no tiene secreto: crea un enlace para quien deba definirlo y envíaselo.',
  createdShare: 'Crear enlace para compartir',
  'created-hint-secretless': 'El gateway la conoce.',
  'created-hint-error': 'El gateway no pudo configurarla. Aún no se puede llamar a nada con ella.',
  'created-hint-gone': 'Se eliminó mientras tanto.',
  'created-now-pending': (name: string) => `${name}: esperando al gateway.`,
  'created-now-ready': (name: string) => `${name} está activa.`,
  'created-now-error': (name: string) => `No se pudo configurar ${name}.`,
  'created-now-gone': (name: string) => `Se eliminó ${name}.`,
  createdAnother: 'Crear otra credencial',

  // secret-session: from the question before a secret is decrypted until it is let go of
  secretOf: (name: string) => `Secreto de ${name}`,
  secretConfirm: '¿Mostrar el secreto en esta página?',
  secretConfirmBody:
    'Se descifra en tu navegador. Quien vea tu pantalla podría leerlo. Guárdalo en un lugar seguro, como un gestor de contraseñas.',
  secretConfirmWindow: (until: string) =>
    `Puedes volver a verlo hasta el ${until}; después se borra de este marketplace.`,
  secretConfirmOnce:
    'Solo puedes hacerlo una vez. Permanece en esta página hasta que lo hayas guardado; después no se volverá a mostrar.',
  secretDecrypting: 'Descifrando…',
  secretUnderway: 'Solo se puede ver una vez, así que ya no se puede cancelar.',
  secretShown: 'El secreto está descifrado y oculto. Puedes copiarlo sin mostrarlo.',
  secretMasked: 'Oculto',
  secretShow: (label: string) => `Mostrar ${label}`,
  secretHide: (label: string) => `Ocultar ${label}`,
  secretEmbedded: 'Esta página está incrustada en otra, que debe permitir la copia (allow="clipboard-write").',
  secretDownloadAs: (format: string) => `Descargar ${format}`,
  secretDownloadFailed: 'No se pudo preparar la descarga. Copia el secreto en su lugar.',
  secretCsvAltered:
    "Una hoja de cálculo tomaría uno de los valores por una fórmula. En el archivo CSV lleva delante un apóstrofo ('): quítalo, o usa .env o JSON.",
  secretStored: 'Lo he guardado en un lugar seguro',
  secretDone: 'Listo',
  secretHidesIn: (left: string) => `Se ocultará en ${left}`,
  secretStays: 'Permanece aquí hasta que lo hayas guardado: no se volverá a mostrar.',
  secretKeptIdle: 'Se ocultó por inactividad.',
  secretKeptTab: 'Se ocultó porque saliste de esta pestaña.',
  secretKeptSession:
    'Tu sesión ha terminado, por eso se ocultó el secreto. Aún puedes copiarlo o descargarlo aquí: no se podrá volver a ver cuando inicies sesión.',
  secretKeptWindow:
    'El plazo para verlo ha terminado, por eso se ocultó el secreto. Aún puedes copiarlo o descargarlo aquí hasta que lo cierres.',
  secretKeptLeft: 'Saliste antes de haber guardado este secreto. Sigue aquí, oculto.',
  secretKeep: 'Mantener abierto',
  secretHidesSoon: (left: string) => `El secreto se ocultará en ${left}. Pulsa «Mantener abierto» para continuar.`,
  secretCloseHeading: '¿Cerrar sin guardarlo?',
  secretCloseBody: 'No has copiado ni descargado el secreto.',
  secretAgainUntil: (until: string) => `Puedes volver a verlo hasta el ${until}.`,
  secretCloseNever: 'No se volverá a mostrar.',
  secretCloseAnyway: 'Cerrar de todos modos',
  secretGoBack: 'Volver',

  // secret-snippets: example calls
  snippetHeading: 'Llamada de ejemplo',
  snippetLanguage: 'Lenguaje',
  snippetResource: 'API',
  snippetIn: (language: string) => `Llamada de ejemplo en ${language}`,
  snippetCopy: 'Copiar llamada de ejemplo',
  snippetCopied: 'Llamada de ejemplo copiada.',
  snippetPlaceholder: 'Reemplaza lo que está en mayúsculas por tus propios valores.',
  snippetReal: 'Con el secreto real',
  snippetRealHint: 'El secreto está ahora en el ejemplo. Quien vea tu pantalla puede leerlo.',
  snippetAssertion: (placeholder: string, tokenUrl: string) =>
    `Firma una aserción con tu clave privada para cada token: un JWT cuyos «iss» y «sub» son el ID de cliente y cuyo «aud» es ${tokenUrl}, con un «jti» propio y un «exp» dentro de pocos minutos. Ponla donde está ${placeholder}.`,
  snippetNone: 'No hay ningún ejemplo para la forma en que esta API recibe las credenciales.',

  // access-request: the steps of its way
  'step-submitted': 'Enviada',
  'step-in-review': 'En revisión por el proveedor',
  'step-approved': 'Aprobada',
  'step-approved-automatically': 'Aprobada automáticamente',
  'step-rejected': 'Rechazada',
  'step-revoked': 'Acceso revocado',
  'step-withdrawn': 'Retirada',
  'step-provisioning': 'En configuración en el gateway',
  'step-ready': 'Lista para usar',
  'step-failed': 'Error de configuración en el gateway',
  // a person's name follows what they did: “Aprobada por Grace Hopper”
  accessBy: (name: string) => `por ${name}`,
  accessTimeline: 'Progreso',
  // read aloud after a step
  accessCurrent: '(ahora)',
  accessUpcoming: '(pendiente)',
  accessSubscription: 'Suscripción',
  accessAnswers: 'Respuestas',
  accessAnswersFailed: 'No se pudieron cargar. Cierra los detalles y ábrelos de nuevo.',
  accessYes: 'Sí',
  accessNo: 'No',
  accessHidden: 'No se muestra',

  'hint-pending': 'Verás la decisión aquí en cuanto se tome. Mientras tanto puedes salir de esta página.',
  'hint-provisioning': 'Aprobada. El gateway se está configurando, lo que suele tardar solo un momento.',
  'hint-active': 'Tienes acceso. Solo falta una credencial para llamar a la API.',
  'hint-rejected': 'Puedes cambiar tus respuestas y reenviar la solicitud.',
  'hint-revoked': 'El proveedor ha revocado el acceso. Las llamadas se rechazan.',
  'hint-withdrawn': 'Has retirado esta solicitud. No se hará nada más con ella.',
  'hint-error': 'No se pudo configurar el gateway. El proveedor tiene que reintentarlo.',

  'request-withdraw': 'Retirar solicitud',
  'request-update': 'Editar y reenviar',
  'request-approve': 'Aprobar',
  'request-reject': 'Rechazar',
  'request-revoke': 'Revocar acceso',
  'request-create-credential': 'Crear credencial',
  accessStatusIs: (name: string, state: string) => `${name}: ${state}.`,

  // access-request: confirmations
  'confirm-withdraw': (name: string) => `¿Retirar «${name}»?`,
  'confirm-withdraw-body': 'El proveedor ya no la verá. Puedes enviar una nueva solicitud en cualquier momento.',
  'confirm-approve': (name: string) => `¿Aprobar «${name}»?`,
  'confirm-approve-body': (application: string, resource: string) => `${application} podrá llamar a ${resource}.`,
  'confirm-reject': (name: string) => `¿Rechazar «${name}»?`,
  'confirm-reject-body': 'El equipo puede cambiar sus respuestas y reenviar la solicitud.',
  'confirm-revoke': (name: string) => `¿Revocar «${name}»?`,
  'confirm-revoke-body': (application: string, resource: string) =>
    `El gateway rechazará todas las llamadas de ${application} a ${resource}, con todas sus credenciales.`,
  confirmReason: 'Motivo',
  confirmReasonHelp: 'Visible para el equipo.',
  'confirm-label-withdraw': 'Retirar solicitud',
  'confirm-label-approve': 'Aprobar solicitud',
  'confirm-label-reject': 'Rechazar solicitud',
  'confirm-label-revoke': 'Revocar acceso',
};
