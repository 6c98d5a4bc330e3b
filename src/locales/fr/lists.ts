import type { ListMessages } from '../locale.js';
import { plural } from '../plural.js';

/** « 3 clés d’accès ». */
const keys = (count: number): string =>
  plural('fr', count, {
    one: `${count} clé d’accès`,
    many: `${count} de clés d’accès`,
    other: `${count} clés d’accès`,
  });

/** French: what is said around a list, once it is there. See `../fr.ts` for the words used. */
export const messages: ListMessages = {
  // credential-blocked: why no credential can be created
  cannotCreate: 'Impossible de créer une clé d’accès pour le moment',
  'cannot-role': 'Votre rôle n’inclut pas les clés d’accès',
  'cannot-role-hint': 'Demandez à un administrateur un rôle qui permet de gérer les clés d’accès.',
  'cannot-not-eligible': 'Vous ne pouvez pas encore avoir de clés d’accès ici',
  'cannot-not-eligible-hint': 'Votre compte ne remplit pas les conditions requises.',
  'cannot-not-exposed': 'Cette API n’est pas exposée',
  'cannot-not-exposed-hint':
    'Dès qu’elle le sera, vous pourrez créer des clés d’accès pour elle, et les appels lui parviendront.',
  'cannot-limit-reached': 'La limite est atteinte',
  'cannot-limit-reached-hint':
    'Supprimez une clé d’accès qui ne sert plus\u202f: cela fera de la place pour une autre.',
  'cannot-environment-required': 'Choisissez un environnement',
  'cannot-environment-required-hint': 'Chaque environnement a ses propres clés d’accès.',
  'cannot-no-application': 'Aucune application pour l’instant',
  'cannot-no-application-hint': 'Une clé d’accès appartient à une application. Créez-en d’abord une.',
  'cannot-no-access': 'Aucun accès pour l’instant',
  'cannot-no-access-hint': 'Aucun accès à une API n’a été approuvé. Demandez d’abord un accès.',
  learnMore: 'En savoir plus',
  limitUsed: (used: number, most: number) => `Utilisation\u202f: ${used} sur ${most}`,

  // credential-filters
  credentialSearch: 'Rechercher des clés',
  credentialFilters: 'Filtres',
  'facet-state': 'Statut',
  'facet-typeId': 'Type',
  'facet-resourceId': 'API',
  'facet-applicationId': 'Application',
  facetChosen: (facet: string, values: string) => `${facet}\u202f: ${values}`,
  // from two on
  facetChosenMany: (facet: string, count: number) => `${facet}\u202f: ${count} sélections`,
  facetAll: 'Tout',
  facetValue: (value: string, count: number) => `${value} (${count})`,
  'risk-expiring': 'Expire d’ici 30 jours',
  'risk-expired': 'Expirée',
  'risk-unused': 'Jamais utilisée',
  'risk-inactive': 'Inactive',
  filtersClear: 'Effacer les filtres',
  credentialsNoMatch: (query: string) => `Aucune clé d’accès ne correspond à «\u00a0${query}\u00a0»`,
  credentialsFilteredOut: 'Aucune clé d’accès ne correspond à ces filtres',
  credentialsShowAll: 'Afficher toutes les clés d’accès',
  pagesLabel: 'Pages',
  pagePrevious: 'Page précédente',
  pageNext: 'Page suivante',
  pageNumber: (page: number) => `Page ${page}`,
  // `counted` is “12 clés d’accès”
  pageOf: (page: number, counted: string) => `Page ${page}, ${counted} au total`,

  // credential-history: `who` is a person, and empty where nobody is named
  historyHeading: (name: string) => `Historique de «\u00a0${name}\u00a0»`,
  historyLabel: 'Événements, du plus ancien au plus récent',
  historyEmpty: 'Rien n’a encore été enregistré.',
  historyShown: (count: number) =>
    plural('fr', count, { one: `${count} entrée`, many: `${count} d’entrées`, other: `${count} entrées` }),
  'history-created': (who?: string) => (who ? `Créée par ${who}` : 'Créée'),
  'history-provisioned': (who?: string) => (who ? `Configurée par ${who}` : 'Configurée par la passerelle'),
  'history-ready': () => 'Prête à l’emploi',
  'history-failed': (who?: string) => (who ? `Configuration refusée par ${who}` : 'Échec de la configuration'),
  'history-retried': (who?: string) => (who ? `Nouvel essai lancé par ${who}` : 'Nouvel essai lancé'),
  'history-updated': (who?: string) => (who ? `Modifiée par ${who}` : 'Modifiée'),
  'history-suspended': (who?: string) => (who ? `Suspendue par ${who}` : 'Suspendue par la place de marché'),
  'history-enabled': (who?: string) => (who ? `Réactivée par ${who}` : 'Réactivée par la place de marché'),
  'history-renewed': (who?: string) => (who ? `Renouvelée par ${who}` : 'Renouvelée'),
  'history-regenerated': (who?: string) => (who ? `Régénérée par ${who}` : 'Régénérée'),
  'history-revealed': (who?: string) => (who ? `Secret affiché par ${who}` : 'Secret affiché'),
  'history-erased': () => 'Secret effacé de la place de marché\u202f; il reste valable sur la passerelle',
  'history-expired': () => 'Expirée',
  'history-shared': (who?: string) => (who ? `Lien de partage créé par ${who}` : 'Lien de partage créé'),
  'history-unshared': (who?: string) => (who ? `Lien de partage désactivé par ${who}` : 'Lien de partage désactivé'),
  'history-secret-set': (who?: string) => (who ? `Secret défini par ${who}` : 'Secret défini via le lien de partage'),
  'history-deleting': (who?: string) => (who ? `Suppression lancée par ${who}` : 'Suppression lancée'),
  'history-deleted': (who?: string) => (who ? `Supprimée par ${who}` : 'Retirée de la passerelle et supprimée'),
  'history-unknown': (who?: string) => (who ? `Changement par ${who}` : 'Changement'),
  historyReason: (reason: string) => `Motif\u202f: ${reason}`,
  historyChange: (field: string, from: string, to: string) =>
    `${field}\u202f: de «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0»`,
  historySet: (field: string, to: string) => `${field}\u202f: «\u00a0${to}\u00a0»`,
  historyUnset: (field: string, from: string) => `${field}\u202f: n’est plus «\u00a0${from}\u00a0»`,
  'historyField-name': 'Nom',
  'historyField-grants': 'Autorisations',
  'historyField-resources': 'API concernées',

  // credential-notes: what a row says beyond its columns
  credentialRetryOf: (name: string) => `Réessayer de configurer ${name}`,
  grantLine: (api: string, permission: string, scope: string) => `${api}\u202f: ${permission} · ${scope}`,
  'scope-organization': (count: number) =>
    plural('fr', count, {
      one: `${count} organisation`,
      many: `${count} d’organisations`,
      other: `${count} organisations`,
    }),
  'scope-account': (count: number) =>
    plural('fr', count, { one: `${count} compte`, many: `${count} de comptes`, other: `${count} comptes` }),
  'scope-workspace': (count: number) =>
    plural('fr', count, {
      one: `${count} espace de travail`,
      many: `${count} d’espaces de travail`,
      other: `${count} espaces de travail`,
    }),
  'scope-unknown': (count: number) =>
    plural('fr', count, { one: `${count} périmètre`, many: `${count} de périmètres`, other: `${count} périmètres` }),
  noteOverlap: (until: string, left: string) => `Ancien secret valable jusqu’au ${until}, encore ${left}`,
  noteShared: (until: string) => `Lien de partage valable jusqu’au ${until}`,
  noteNoSecret: 'Aucun secret défini pour l’instant',
  noteSecretSet: 'Secret défini',

  // credential-offer
  limitUsedOf: (type: string, used: number, most: number) => `${type}\u202f: ${used} sur ${most}`,
  offerEnvironment: 'Environnement',
  offerCreate: 'Créer une clé d’accès',

  // credential-panels
  panelHeading: 'Afficher le secret',
  panelCreate: 'Créer une clé d’accès',
  panelEdit: 'Modifier la clé d’accès',

  // credential-rows
  credentialNowIs: (name: string, state: string) => `${name}\u202f: ${state}`,
  credentialDeleted: (name: string) => `${name}\u202f: clé supprimée.`,
  'quick-renew': (name: string) => `Renouveler ${name}`,
  'quick-suspend': (name: string) => `Suspendre ${name}`,
  'quick-enable': (name: string) => `Réactiver ${name}`,
  'quick-remove': (name: string) => `Supprimer ${name}`,

  // credential-selection: of several at once
  selectAll: 'Sélectionner toutes les clés affichées',
  selectedLabel: 'Clés d’accès sélectionnées',
  selectedCount: (count: number) =>
    plural('fr', count, {
      one: `${count} sélectionnée`,
      many: `${count} sélectionnées`,
      other: `${count} sélectionnées`,
    }),
  selectClear: 'Effacer la sélection',
  'batch-suspend': 'Suspendre',
  'batch-enable': 'Réactiver',
  'batch-retry': 'Réessayer',
  'batch-remove': 'Supprimer',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}\u202f: impossible pour ${count} sur ${total}. ${reason}`,

  'batchHeading-suspend': (count: number) => `Suspendre ${keys(count)}\u202f?`,
  'batchHeading-enable': (count: number) => `Réactiver ${keys(count)}\u202f?`,
  'batchHeading-retry': (count: number) => `Réessayer de configurer ${keys(count)}\u202f?`,
  'batchHeading-remove': (count: number) => `Supprimer ${keys(count)}\u202f?`,
  'batchConfirm-suspend': (count: number) => `Suspendre ${keys(count)}`,
  'batchConfirm-enable': (count: number) => `Réactiver ${keys(count)}`,
  'batchConfirm-retry': (count: number) => `Réessayer pour ${keys(count)}`,
  'batchConfirm-remove': (count: number) => `Supprimer ${keys(count)}`,
  'batchBody-suspend':
    'La passerelle refusera les appels effectués avec ces clés jusqu’à ce que vous les réactiviez. Leurs secrets restent les mêmes.',
  'batchBody-enable': 'La passerelle acceptera de nouveau les appels effectués avec ces clés.',
  'batchBody-retry': 'La passerelle va de nouveau tenter de les configurer.',
  'batchBody-remove':
    'Cette action est irréversible. La passerelle refusera définitivement les appels effectués avec ces clés.',
  batchUsed: (count: number) =>
    plural('fr', count, {
      one: `${count} de ces clés a été utilisée ces 7 derniers jours\u202f: ce qui s’en sert encore cessera de fonctionner.`,
      many: `${count} de ces clés ont été utilisées ces 7 derniers jours\u202f: ce qui s’en sert encore cessera de fonctionner.`,
      other: `${count} de ces clés ont été utilisées ces 7 derniers jours\u202f: ce qui s’en sert encore cessera de fonctionner.`,
    }),
  // is typed to confirm
  batchTyped: (count: number) => `supprimer ${count}`,
  batchSessions: 'Les jetons de session déjà émis pour ces clés restent valables jusqu’à leur expiration.',
  batchOthers: (count: number) => `et ${count} de plus`,

  'batchDone-suspend': (count: number) => `Suspension de ${keys(count)}.`,
  'batchDone-enable': (count: number) => `Réactivation de ${keys(count)}.`,
  'batchDone-retry': (count: number) => `Nouvel essai pour ${keys(count)}.`,
  'batchDone-remove': (count: number) => `Suppression de ${keys(count)}.`,
  batchFailed: (failed: number, total: number) =>
    `Échec pour ${failed} sur ${keys(total)}. Celles en échec sont toujours sélectionnées.`,
  batchProblem: (name: string, problem: string) => `${name}\u202f: ${problem}`,
  batchRetry: 'Réessayer pour les échecs',
  batchDismiss: 'Ignorer',

  // exposure-gate: the switch of an API that takes keys and calls only while it is exposed
  gateOf: (api: string) => `Exposer ${api}`,
  gateOpen: 'Exposée',
  gateClosed: 'Non exposée',
  gateOpenHelp: 'Des clés peuvent être créées pour elle, et les appels avec une clé lui parviennent.',
  gateClosedHelp: 'Aucune clé ne peut être créée pour elle, et aucun appel ne lui parvient.',
  gateAsk: 'Adressez-vous à une personne dont le rôle permet de changer cela.',
  'gate-expose': (api: string) => `Exposer ${api}\u202f?`,
  'gate-expose-body': 'Des clés pourront être créées pour elle, et les appels avec une clé lui parviendront.',
  'gate-expose-label': 'Exposer',
  'gate-unexpose': (api: string) => `Ne plus exposer ${api}\u202f?`,
  'gate-unexpose-body':
    'Dès maintenant, tous ses appels seront refusés, quelle que soit la clé, et aucune clé ne pourra être créée. Les clés sont conservées\u202f: elles fonctionneront de nouveau dès que l’API sera exposée.',
  'gate-unexpose-label': 'Ne plus exposer',
  gateNowOpen: (api: string) => `${api} est exposée.`,
  gateNowClosed: (api: string) => `${api} n’est plus exposée.`,

  // access-request-filters
  requestSearch: 'Rechercher des demandes',
  requestFilters: 'Filtres',
  requestFilterResource: 'API',
  requestFilterApplication: 'Application',
  requestFilterAll: 'Tout',
  requestFilterValue: (value: string, count: number) => `${value} (${count})`,
  requestFiltersClear: 'Effacer les filtres',
  requestsNoMatch: (query: string) => `Aucune demande ne correspond à «\u00a0${query}\u00a0»`,
  requestsFilteredOut: 'Aucune demande ne correspond à ces filtres',
  requestsShowAll: 'Afficher toutes les demandes',

  // list-filters
  viewRefused: 'La liste ne peut pas être affichée avec ces filtres.',
};
