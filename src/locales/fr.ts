import type { ShippedLocale } from './locale.js';
import { plural } from './plural.js';
import { shipLocale } from './register.js';

// For who translates: the keys and their order are those of the parts in `en/`; what a part is for stands there. A key in
// quotes ends in a word of the marketplace. Values come as text; a `count` is also a number, for `plural`, and is written
// as the language writes numbers: `one` is 0 and 1, `many` is whole millions. What stands in quotation marks in English is
// a name that a person gave. No-break spaces are written as escapes, so that they are seen: \u202f before : ; ? !, and
// \u00a0 inside of « ».
//
// Words used throughout: credential = clé d’accès (clé where it is clear), identifier = identifiant, secret = secret,
// access request = demande d’accès, application = application, subscription = abonnement, plan = formule, provider =
// fournisseur, gateway = passerelle, marketplace = place de marché, suspend = suspendre, enable = réactiver, renew =
// renouveler, regenerate = régénérer, share link = lien de partage, set up = configurer. People are addressed as vous;
// buttons are infinitives.

/** French: what elements show at once. */
export const locale: ShippedLocale = {
  $code: 'fr',
  $name: 'Français',
  $dir: 'ltr',

  // common: every element
  retry: 'Réessayer',
  loading: 'Chargement…',
  unknown: 'Inconnu',
  partFailed: 'Cette partie de la page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.',
  cancel: 'Annuler',
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié',
  copyNamed: (label: string) => `Copier ${label}`,
  copiedNamed: (label: string) => `Copié\u202f: ${label}.`,
  copyFailed:
    'Le navigateur a bloqué la copie. La valeur est sélectionnée\u202f: appuyez sur Ctrl+C, ou sur ⌘C avec un Mac.',
  loadMore: 'Afficher plus',

  'error-network': 'La place de marché est injoignable. Vérifiez votre connexion, puis réessayez.',
  'error-timeout': 'La place de marché a mis trop de temps à répondre. Réessayez.',
  'error-unauthenticated': 'Votre session est terminée. Reconnectez-vous pour continuer.',
  'error-token-expired': 'Votre session est terminée. Reconnectez-vous pour continuer.',
  'error-forbidden':
    'Vous n’avez pas le droit de voir ou de faire cela. Adressez-vous à un administrateur de l’équipe.',
  'error-not-found': 'Cela n’existe plus, ou appartient à une autre équipe.',
  'error-rate-limited': 'Trop de requêtes en peu de temps. Patientez un instant, puis réessayez.',
  'error-unavailable': 'La place de marché est indisponible pour le moment. Réessayez dans un instant.',
  'error-configuration': 'Cette page n’est reliée à aucune place de marché. Prévenez la personne qui la gère.',
  errorRefused:
    'La place de marché n’accepte pas ce que cette page lui demande. Prévenez la personne qui gère la page.',
  errorUnknown: 'Une erreur est survenue sur la place de marché. Rien n’a été modifié sur cette page\u202f; réessayez.',

  // reasons: why something is not possible now, or was refused. “It” is a credential, a request, an option
  'reason-not-active': 'Possible uniquement à l’état actif.',
  'reason-not-inactive': 'Possible uniquement à l’état suspendu.',
  'reason-provisioning': 'Possible dès que la passerelle aura terminé la configuration.',
  'reason-in-transition': 'Une autre modification est en cours.',
  'reason-deleting': 'Suppression en cours.',
  'reason-expired': 'La date d’expiration est passée.',
  'reason-erased': 'Le secret n’est plus conservé ici.',
  'reason-viewed': 'Le secret a été affiché une fois et n’est plus conservé ici.',
  'reason-no-access': 'L’application n’a pas d’accès approuvé à cette API.',
  'reason-subscription-not-active': 'L’abonnement correspondant n’est plus actif.',
  'reason-not-pending': 'Possible uniquement dans l’attente d’une décision.',
  'reason-not-rejected': 'Possible uniquement après un refus.',
  'reason-role': 'Votre rôle ne le permet pas.',
  'reason-not-approved': 'En attente d’approbation.',
  'reason-plan-excludes-resource': 'La formule de cet abonnement n’inclut pas cette API.',
  'reason-other-team': 'Appartient à une autre équipe que celle que vous avez choisie.',
  'reason-duplicate': 'Une demande d’accès à cette API est déjà en cours.',
  'reason-limit-reached': 'Le nombre maximal est atteint\u202f: supprimez d’abord un élément.',
  'reason-not-exposed': 'Cette API n’est pas exposée.',
  'reason-not-eligible': 'Vous ne remplissez pas les conditions requises.',
  'reason-other-environment': 'Appartient à un autre environnement.',
  'reason-no-application': 'Il n’y a pas encore d’application pour cela.',
  'reason-unsupported': 'Ce type de clé d’accès ne le permet pas.',
  reasonUnknown: 'Impossible pour le moment.',

  'error-state-conflict':
    'Il y a eu un changement entre-temps\u202f: ce n’est plus possible. L’état actuel est maintenant affiché.',
  'error-precondition-failed':
    'Quelqu’un a fait une modification entre-temps. L’état actuel est maintenant affiché\u202f; vérifiez-le, puis réessayez.',
  'error-secret-gone': 'Le secret n’est plus conservé ici.',
  'error-access-required': 'Il faut d’abord un accès approuvé à l’API.',
  'error-limit-reached': 'Le nombre maximal de clés d’accès est atteint. Supprimez une clé qui ne sert plus.',
  'error-not-exposed': 'Cette API n’est pas exposée\u202f: aucune clé d’accès ne peut être créée pour elle.',
  'error-not-eligible': 'Vous ne remplissez pas les conditions requises pour avoir des clés d’accès ici.',
  'error-duplicate-access-request':
    'Avec cet abonnement, cette application a déjà une demande d’accès en cours pour cette API.',
  'error-validation-failed': 'Une partie de votre saisie n’a pas été acceptée. Corrigez-la, puis réessayez.',
  'error-payload-too-large':
    'La place de marché n’accepte pas autant de données. Raccourcissez votre saisie et réessayez.',

  // credential-list
  credentials: 'Clés d’accès',
  credentialCount: (count: number) =>
    plural('fr', count, {
      one: `${count} clé d’accès`,
      many: `${count} de clés d’accès`,
      other: `${count} clés d’accès`,
    }),
  credentialCountOf: (shown: number, total: number) => `${shown} sur ${total} clés d’accès`,
  credentialName: 'Nom',
  credentialKindOf: (type: string, application: string) => `${type} · ${application}`,
  credentialIdentifier: 'Identifiant',
  credentialStatus: 'Statut',
  credentialEnvironment: 'Environnement',
  credentialServes: 'Utilisée pour',
  credentialLastUsed: 'Dernière utilisation',
  credentialExpires: 'Expiration',
  credentialActions: 'Actions',
  credentialMenu: (name: string) => `Actions pour ${name}`,
  credentialCopy: (label: string, name: string) => `Copier ${label} de ${name}`,
  credentialSelect: (name: string) => `Sélectionner ${name}`,
  credentialViewSecret: 'Afficher le secret',
  credentialViewSecretOf: (name: string) => `Afficher le secret de ${name}`,
  credentialNeverUsed: (created: string) => `Jamais utilisée depuis le ${created}`,
  credentialNoUsage: 'Aucune donnée d’utilisation',
  credentialNoExpiry: 'Jamais',
  credentialNoIdentifier: 'Après la configuration',
  credentialsEmpty: 'Aucune clé d’accès pour l’instant',
  credentialsEmptyHint:
    'Une clé d’accès permet à une application d’appeler une API. Celles que vous créez apparaissent ici.',
  // `when` is relative: “dans 5 jours”, “il y a 3 heures”
  credentialExpiresIn: (when: string) => `Expire ${when}`,
  credentialExpiredAgo: (when: string) => `Expirée ${when}`,

  'state-pending': 'En attente',
  'state-active': 'Active',
  'state-inactive': 'Inactive',
  'state-deleting': 'Suppression…',
  'state-expired': 'Expirée',
  'state-error': 'Échec',
  'state-suspending': 'Suspension…',
  'state-enabling': 'Réactivation…',
  'state-renewing': 'Renouvellement…',
  'state-regenerating': 'Régénération…',
  'state-updating': 'Mise à jour…',
  'state-setting-secret': 'Enregistrement du secret…',

  // access-request-list
  requests: 'Demandes d’accès',
  requestCount: (count: number) =>
    plural('fr', count, { one: `${count} demande`, many: `${count} de demandes`, other: `${count} demandes` }),
  requestCountOf: (shown: number, total: number) => `${shown} sur ${total} demandes`,
  requestsEmpty: 'Aucune demande d’accès pour l’instant',
  requestsEmptyHint: 'Lorsque vous demandez l’accès à une API, vous pouvez suivre votre demande ici.',
  requestsNonePending: 'Aucune décision en attente',
  requestsNonePendingHint: 'Les nouvelles demandes apparaissent ici d’elles-mêmes.',
  requestFrom: (person: string, team: string) => `${person}, ${team}`,
  // `when` is relative: “il y a 3 heures”
  requestSent: (when: string) => `Envoyée ${when}`,
  requestReason: (reason: string) => `«\u00a0${reason}\u00a0»`,
  requestDetails: 'Détails',
  requestDoNamed: (action: string, name: string) => `${action}\u202f: ${name}`,
  requestNowIs: (name: string, state: string) => `${name}\u202f: ${state}`,
  'do-approve': 'Approuver',
  'do-reject': 'Refuser',
  'do-create-credential': 'Créer une clé d’accès',
  'do-update': 'Modifier et renvoyer',
  'do-withdraw': 'Retirer',
  'do-revoke': 'Révoquer l’accès',

  // access-states: where an access request stands
  'access-pending': 'En cours d’examen',
  'access-provisioning': 'En cours de configuration',
  'access-active': 'Prête',
  'access-rejected': 'Refusée',
  'access-revoked': 'Révoquée',
  'access-withdrawn': 'Retirée',
  'access-error': 'Échec de la configuration',
  'access-unknown': 'État inconnu',

  // secret-reveal: before and after a secret is shown
  secretLoading: 'Chargement de la clé d’accès…',
  secretPending: 'En attente de la configuration par la passerelle',
  secretPendingHint: 'Cela prend en général quelques secondes. Le secret pourra être affiché ici dès qu’il sera prêt.',
  secretWindow: (left: string, until: string) =>
    `Le secret peut encore être affiché pendant ${left}, jusqu’au ${until}.`,
  secretAlways: 'Le secret peut être affiché à tout moment.',
  secretOnce:
    'Le secret ne peut être affiché qu’une fois. Conservez-le alors en lieu sûr\u202f: il ne sera plus affiché.',
  secretView: 'Afficher le secret',
  secretViewAgain: 'Afficher à nouveau le secret',
  secretViewAfter: 'Ensuite, il est effacé ici, mais reste valable sur la passerelle.',
  secretHiddenIdle: 'Il a été masqué après un moment d’inactivité.',
  secretHiddenTab: 'Il a été masqué parce que vous avez quitté cet onglet.',
  secretHiddenSession: 'Il a été masqué parce que votre session est terminée. Reconnectez-vous pour l’afficher.',
  secretHiddenWindow: 'Le délai pour l’afficher est écoulé.',
  secretWindowLeft: (left: string) => `Il reste ${left} pour afficher le secret.`,
  secretErased: 'Le secret n’est plus conservé ici',
  secretErasedSince: (when: string) => `Il a été effacé le ${when}.`,
  secretErasedHint:
    'Il reste valable sur la passerelle\u202f: si quelqu’un l’a conservé, il peut continuer à l’utiliser. Sinon, obtenez-en un nouveau.',
  secretViewed: 'Le secret a été affiché et ne le sera plus',
  secretViewedHint:
    'Il est valable sur la passerelle\u202f: si quelqu’un l’a conservé, il peut continuer à l’utiliser. Sinon, obtenez-en un nouveau.',
  secretLost:
    'La réponse contenant le secret s’est perdue en chemin. Redemandez-la maintenant\u202f: c’est possible pendant un instant.',
  secretChanging: 'En attente de la modification par la passerelle',
  secretSet: 'Un secret est défini',
  secretSetHint: 'Il ne peut pas être lu ici. Toute personne disposant du lien de partage peut le remplacer.',
  secretNotSet: 'Aucun secret n’est encore défini',
  secretNotSetHint:
    'Créez un lien de partage\u202f: la personne à qui vous le donnez définira le secret sur la page correspondante.',
  secretSnippet: 'Appeler l’API avec ce secret',
  secretRenew: 'Renouveler la clé d’accès',
  secretRegenerate: 'Régénérer la clé d’accès',
  secretReplace: 'Créer une autre clé d’accès',
  secretNone: 'Cette clé d’accès n’a pas de secret.',
  secretGone: 'Cette clé d’accès n’existe plus, ou appartient à une autre équipe.',
};

shipLocale(locale, () => Promise.all([import('./fr/lists.js'), import('./fr/forms.js'), import('./fr/actions.js')]));
