import type { ListMessages } from '../locale.js';
import { plural } from '../plural.js';

/** «3 credenciales». */
const some = (count: number): string =>
  plural('es', count, { one: `${count} credencial`, many: `${count} de credenciales`, other: `${count} credenciales` });

/** Spanish: what is said around a list, once it is there. See `../es.ts` for the words used. */
export const messages: ListMessages = {
  // credential-blocked: why no credential can be created
  cannotCreate: 'No se pueden crear credenciales ahora mismo',
  'cannot-role': 'Tu rol no incluye credenciales',
  'cannot-role-hint': 'Pide a un administrador un rol que permita gestionar credenciales.',
  'cannot-not-eligible': 'Aún no puedes tener credenciales aquí',
  'cannot-not-eligible-hint': 'Tu cuenta no cumple los requisitos.',
  'cannot-not-exposed': 'Esta API no está expuesta',
  'cannot-not-exposed-hint': 'Cuando lo esté, se podrán crear credenciales para ella y las llamadas le llegarán.',
  'cannot-limit-reached': 'Se alcanzó el límite',
  'cannot-limit-reached-hint': 'Elimina una credencial que ya no haga falta: así habrá lugar para otra.',
  'cannot-environment-required': 'Elige un entorno',
  'cannot-environment-required-hint': 'Cada entorno tiene sus propias credenciales.',
  'cannot-no-application': 'Aún no hay ninguna aplicación',
  'cannot-no-application-hint': 'Una credencial pertenece a una aplicación. Primero crea una.',
  'cannot-no-access': 'Aún no hay acceso',
  'cannot-no-access-hint': 'No hay acceso aprobado a ninguna API. Primero solicita acceso.',
  learnMore: 'Más información',
  limitUsed: (used: number, most: number) => `En uso: ${used} de ${most}`,

  // credential-filters
  credentialSearch: 'Buscar credenciales',
  credentialFilters: 'Filtros',
  'facet-state': 'Estado',
  'facet-typeId': 'Tipo',
  'facet-resourceId': 'API',
  'facet-applicationId': 'Aplicación',
  facetChosen: (facet: string, values: string) => `${facet}: ${values}`,
  // from two on
  facetChosenMany: (facet: string, count: number) => `${facet}: ${count} selecciones`,
  facetAll: 'Todo',
  facetValue: (value: string, count: number) => `${value} (${count})`,
  'risk-expiring': 'Expira en menos de 30 días',
  'risk-expired': 'Expirada',
  'risk-unused': 'Nunca usada',
  'risk-inactive': 'Inactiva',
  filtersClear: 'Borrar filtros',
  credentialsNoMatch: (query: string) => `Ninguna credencial coincide con «${query}»`,
  credentialsFilteredOut: 'Ninguna credencial coincide con estos filtros',
  credentialsShowAll: 'Mostrar todas las credenciales',
  pagesLabel: 'Páginas',
  pagePrevious: 'Página anterior',
  pageNext: 'Página siguiente',
  pageNumber: (page: number) => `Página ${page}`,
  // `counted` is “12 credenciales”
  pageOf: (page: number, counted: string) => `Página ${page}, ${counted} en total`,

  // credential-history: `who` is a person, and empty where nobody is named
  historyHeading: (name: string) => `Historial de «${name}»`,
  historyLabel: 'Qué ha pasado, de lo más antiguo a lo más reciente',
  historyEmpty: 'Aún no se ha registrado nada.',
  historyShown: (count: number) =>
    plural('es', count, { one: `${count} entrada`, many: `${count} de entradas`, other: `${count} entradas` }),
  'history-created': (who?: string) => (who ? `Creada por ${who}` : 'Creada'),
  'history-provisioned': (who?: string) => (who ? `Configurada por ${who}` : 'Configurada por el gateway'),
  'history-ready': () => 'Lista para usar',
  'history-failed': (who?: string) => (who ? `Configuración rechazada por ${who}` : 'Error de configuración'),
  'history-retried': (who?: string) => (who ? `Nuevo intento iniciado por ${who}` : 'Nuevo intento iniciado'),
  'history-updated': (who?: string) => (who ? `Editada por ${who}` : 'Editada'),
  'history-suspended': (who?: string) => (who ? `Suspendida por ${who}` : 'Suspendida por el marketplace'),
  'history-enabled': (who?: string) => (who ? `Reactivada por ${who}` : 'Reactivada por el marketplace'),
  'history-renewed': (who?: string) => (who ? `Renovada por ${who}` : 'Renovada'),
  'history-regenerated': (who?: string) => (who ? `Regenerada por ${who}` : 'Regenerada'),
  'history-revealed': (who?: string) => (who ? `Secreto visto por ${who}` : 'Secreto visto'),
  'history-erased': () => 'Secreto borrado del marketplace; sigue funcionando en el gateway',
  'history-expired': () => 'Expirada',
  'history-shared': (who?: string) =>
    who ? `Enlace para compartir creado por ${who}` : 'Enlace para compartir creado',
  'history-unshared': (who?: string) =>
    who ? `Enlace para compartir desactivado por ${who}` : 'Enlace para compartir desactivado',
  'history-secret-set': (who?: string) =>
    who ? `Secreto definido por ${who}` : 'Secreto definido mediante el enlace para compartir',
  'history-deleting': (who?: string) => (who ? `Eliminación iniciada por ${who}` : 'Eliminación iniciada'),
  'history-deleted': (who?: string) => (who ? `Eliminada por ${who}` : 'Retirada del gateway y eliminada'),
  'history-unknown': (who?: string) => (who ? `Cambio realizado por ${who}` : 'Cambio realizado'),
  historyReason: (reason: string) => `Motivo: ${reason}`,
  historyChange: (field: string, from: string, to: string) => `${field}: de «${from}» a «${to}»`,
  historySet: (field: string, to: string) => `${field}: «${to}»`,
  historyUnset: (field: string, from: string) => `${field}: ya no es «${from}»`,
  'historyField-name': 'Nombre',
  'historyField-grants': 'Permisos',
  'historyField-resources': 'API incluidas',

  // credential-notes: what a row says beyond its columns
  credentialRetryOf: (name: string) => `Reintentar la configuración de ${name}`,
  grantLine: (api: string, permission: string, scope: string) => `${api}: ${permission} · ${scope}`,
  'scope-organization': (count: number) =>
    plural('es', count, {
      one: `${count} organización`,
      many: `${count} de organizaciones`,
      other: `${count} organizaciones`,
    }),
  'scope-account': (count: number) =>
    plural('es', count, { one: `${count} cuenta`, many: `${count} de cuentas`, other: `${count} cuentas` }),
  'scope-workspace': (count: number) =>
    plural('es', count, {
      one: `${count} espacio de trabajo`,
      many: `${count} de espacios de trabajo`,
      other: `${count} espacios de trabajo`,
    }),
  'scope-unknown': (count: number) =>
    plural('es', count, { one: `${count} ámbito`, many: `${count} de ámbitos`, other: `${count} ámbitos` }),
  noteOverlap: (until: string, left: string) => `El secreto anterior funciona hasta el ${until}, durante ${left} más`,
  noteShared: (until: string) => `El enlace para compartir funciona hasta el ${until}`,
  noteNoSecret: 'Aún sin secreto definido',
  noteSecretSet: 'Secreto definido',

  // credential-offer
  limitUsedOf: (type: string, used: number, most: number) => `${type}: ${used} de ${most} en uso`,
  offerEnvironment: 'Entorno',
  offerCreate: 'Crear credencial',

  // credential-panels
  panelHeading: 'Ver secreto',
  panelCreate: 'Crear una credencial',
  panelEdit: 'Editar credencial',

  // credential-rows
  credentialNowIs: (name: string, state: string) => `${name}: ${state}`,
  credentialDeleted: (name: string) => `Se eliminó ${name}.`,
  'quick-renew': (name: string) => `Renovar ${name}`,
  'quick-suspend': (name: string) => `Suspender ${name}`,
  'quick-enable': (name: string) => `Reactivar ${name}`,
  'quick-remove': (name: string) => `Eliminar ${name}`,

  // credential-selection: of several at once
  selectAll: 'Seleccionar todas las que se muestran',
  selectedLabel: 'Credenciales seleccionadas',
  selectedCount: (count: number) =>
    plural('es', count, {
      one: `${count} seleccionada`,
      many: `${count} seleccionadas`,
      other: `${count} seleccionadas`,
    }),
  selectClear: 'Borrar selección',
  'batch-suspend': 'Suspender',
  'batch-enable': 'Reactivar',
  'batch-retry': 'Reintentar',
  'batch-remove': 'Eliminar',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}: no es posible en ${count} de ${total}. ${reason}`,

  'batchHeading-suspend': (count: number) => `¿Suspender ${some(count)}?`,
  'batchHeading-enable': (count: number) => `¿Reactivar ${some(count)}?`,
  'batchHeading-retry': (count: number) => `¿Reintentar la configuración de ${some(count)}?`,
  'batchHeading-remove': (count: number) => `¿Eliminar ${some(count)}?`,
  'batchConfirm-suspend': (count: number) => `Suspender ${some(count)}`,
  'batchConfirm-enable': (count: number) => `Reactivar ${some(count)}`,
  'batchConfirm-retry': (count: number) => `Reintentar con ${some(count)}`,
  'batchConfirm-remove': (count: number) => `Eliminar ${some(count)}`,
  'batchBody-suspend':
    'El gateway rechazará las llamadas hechas con ellas hasta que las reactives. Sus secretos no cambian.',
  'batchBody-enable': 'El gateway volverá a aceptar las llamadas hechas con ellas.',
  'batchBody-retry': 'Se vuelve a pedir al gateway que las configure.',
  'batchBody-remove':
    'Esta acción no se puede deshacer. El gateway rechazará definitivamente las llamadas hechas con ellas.',
  batchUsed: (count: number) =>
    plural('es', count, {
      one: `${count} de ellas se usó en los últimos 7 días: lo que aún la use dejará de funcionar.`,
      many: `${count} de ellas se usaron en los últimos 7 días: lo que aún las use dejará de funcionar.`,
      other: `${count} de ellas se usaron en los últimos 7 días: lo que aún las use dejará de funcionar.`,
    }),
  // is typed to confirm
  batchTyped: (count: number) => `eliminar ${count}`,
  batchSessions: 'Los tokens de sesión ya emitidos para ellas siguen funcionando hasta que expiren.',
  batchOthers: (count: number) => `y ${count} más`,

  'batchDone-suspend': (count: number) => `Suspendiendo ${some(count)}.`,
  'batchDone-enable': (count: number) => `Reactivando ${some(count)}.`,
  'batchDone-retry': (count: number) => `Reintentando con ${some(count)}.`,
  'batchDone-remove': (count: number) => `Eliminando ${some(count)}.`,
  batchFailed: (failed: number, total: number) =>
    `No funcionó en ${failed} de ${some(total)}. Las que fallaron siguen seleccionadas.`,
  batchProblem: (name: string, problem: string) => `${name}: ${problem}`,
  batchRetry: 'Reintentar las que fallaron',
  batchDismiss: 'Descartar',

  // exposure-gate: the switch of an API that takes keys and calls only while it is exposed
  gateOf: (api: string) => `Exponer ${api}`,
  gateOpen: 'Expuesta',
  gateClosed: 'No expuesta',
  gateOpenHelp: 'Se pueden crear claves para ella, y las llamadas con una clave le llegan.',
  gateClosedHelp: 'No se pueden crear claves para ella, y ninguna llamada le llega.',
  gateAsk: 'Consulta a alguien cuyo rol permita cambiarlo.',
  'gate-expose': (api: string) => `¿Exponer ${api}?`,
  'gate-expose-body': 'Se podrán crear claves para ella, y las llamadas con una clave le llegarán.',
  'gate-expose-label': 'Exponer',
  'gate-unexpose': (api: string) => `¿Dejar de exponer ${api}?`,
  'gate-unexpose-body':
    'Desde ahora se rechazarán todas sus llamadas, con cualquier clave, y no se podrán crear claves. Las claves se conservan: volverán a funcionar cuando se exponga de nuevo.',
  'gate-unexpose-label': 'Dejar de exponer',
  gateNowOpen: (api: string) => `${api} está expuesta.`,
  gateNowClosed: (api: string) => `${api} ya no está expuesta.`,

  // access-request-filters
  requestSearch: 'Buscar solicitudes',
  requestFilters: 'Filtros',
  requestFilterResource: 'API',
  requestFilterApplication: 'Aplicación',
  requestFilterAll: 'Todo',
  requestFilterValue: (value: string, count: number) => `${value} (${count})`,
  requestFiltersClear: 'Borrar filtros',
  requestsNoMatch: (query: string) => `Ninguna solicitud coincide con «${query}»`,
  requestsFilteredOut: 'Ninguna solicitud coincide con estos filtros',
  requestsShowAll: 'Mostrar todas las solicitudes',

  // list-filters
  viewRefused: 'La lista no se puede mostrar con estos filtros.',
};
