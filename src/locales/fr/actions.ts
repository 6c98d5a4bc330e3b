import type { ActionMessages } from '../locale.js';

/** French: menus, dialogs and secrets. See `../fr.ts` for the words used. */
export const messages: ActionMessages = {
  // dialog
  typeToConfirm: (name: string) => `Pour confirmer, saisissez «\u00a0${name}\u00a0»`,
  typedDiffers: (name: string) => `Saisissez «\u00a0${name}\u00a0» exactement comme c’est écrit.`,

  // credential-actions: menu and confirmations
  'action-reveal': 'Afficher le secret',
  'action-update': 'Modifier la clé d’accès',
  'action-renew': 'Renouveler la clé d’accès',
  'action-regenerate': 'Régénérer la clé d’accès',
  'action-suspend': 'Suspendre la clé d’accès',
  'action-enable': 'Réactiver la clé d’accès',
  'action-retry': 'Réessayer',
  'action-share': 'Créer un lien de partage',
  'action-unshare': 'Arrêter le partage',
  'action-provision': 'Configurer',
  'action-fail': 'Refuser la configuration',
  'action-history': 'Historique',
  'action-remove': 'Supprimer la clé d’accès',
  credentialNoActions: 'Aucune action n’est possible pour le moment.',

  suspendHeading: (name: string) => `Suspendre «\u00a0${name}\u00a0»\u202f?`,
  suspendBody:
    'La passerelle refusera les appels effectués avec cette clé d’accès jusqu’à ce que vous la réactiviez. Son secret reste le même.',
  enableHeading: (name: string) => `Réactiver «\u00a0${name}\u00a0»\u202f?`,
  enableBody: 'La passerelle acceptera de nouveau les appels effectués avec cette clé d’accès.',

  renewHeading: (name: string) => `Renouveler «\u00a0${name}\u00a0»\u202f?`,
  renewBody: 'Vous obtenez un nouveau secret. Les identifiants restent les mêmes.',
  renewOpenBody: 'Vous obtenez un nouveau secret.',
  renewKeyBody: 'Vous obtenez une nouvelle clé. La partie affichée ici change avec elle.',
  renewNewEnd: (until: string) => `Le nouveau secret est valable jusqu’au ${until}.`,
  renewNewOpen: 'Le nouveau secret est valable sans limite de durée.',
  renewAgain: (until: string) =>
    `Le secret antérieur au dernier renouvellement, encore valable jusqu’au ${until}, cesse aussitôt de fonctionner.`,
  renewOverlap: 'Combien de temps l’ancien secret doit-il encore fonctionner\u202f?',
  renewNow: 'Arrêt immédiat',
  renewNowEnd: 'Il cesse de fonctionner dès que le nouveau est prêt.',
  renewOldEnd: (until: string) => `L’ancien secret est valable jusqu’au ${until}.`,

  regenerateHeading: (name: string) => `Régénérer «\u00a0${name}\u00a0»\u202f?`,
  regenerateBody:
    'Vous obtenez de nouveaux identifiants et un nouveau secret. Les anciens cessent aussitôt de fonctionner\u202f: plus aucun jeton de session n’est émis pour eux.',
  regenerateKeyBody: 'Vous obtenez une nouvelle clé. L’ancienne cesse aussitôt de fonctionner.',
  sessionsOpen: 'Les jetons de session déjà émis restent valables jusqu’à leur expiration.',
  sessionsUntil: (until: string, left: string) =>
    `Les jetons de session déjà émis restent valables jusqu’au ${until}, encore ${left} au plus.`,

  unshareHeading: (name: string) => `Arrêter le partage de «\u00a0${name}\u00a0»\u202f?`,
  unshareBody: 'Le lien de partage cesse aussitôt de fonctionner. Un secret défini grâce à lui est conservé.',
  shareHeading: (name: string) => `Partager «\u00a0${name}\u00a0»\u202f?`,
  shareBody:
    'Vous obtenez un lien. Toute personne qui en dispose peut définir ou remplacer le secret de cette clé d’accès jusqu’à l’expiration du lien, et rien d’autre.',
  shareAgain: 'Le lien créé précédemment cesse de fonctionner.',
  shareLifetime: 'Combien de temps doit-il fonctionner\u202f?',
  shareUntil: (until: string) => `Jusqu’au ${until}.`,
  shareMake: 'Créer un lien',
  shareLinkHeading: (name: string) => `Lien de partage de «\u00a0${name}\u00a0»`,
  shareLinkBody: (until: string) =>
    `Il fonctionne jusqu’au ${until}. Il n’est affiché que maintenant\u202f: si vous le perdez, créez-en un autre.`,
  shareLink: 'Lien',
  shareCopy: 'Copier le lien et fermer',

  provisionHeading: (name: string) => `Configurer «\u00a0${name}\u00a0»\u202f?`,
  provisionBody:
    'La passerelle configure la clé d’accès, qui devient active. La personne qui l’a demandée peut alors l’utiliser.',
  failHeading: (name: string) => `Refuser de configurer «\u00a0${name}\u00a0»\u202f?`,
  failBody: 'La personne qui l’a demandée voit le motif, et peut refaire une demande.',
  failReason: 'Motif',
  failReasonHelp: 'Visible par l’équipe.',
  failReasonMissing: 'Indiquez pourquoi la configuration est impossible.',

  cardType: 'Type',
  cardEnvironment: 'Environnement',
  cardApplication: 'Application',
  cardResources: 'Utilisée pour',
  removeHeading: (name: string) => `Supprimer «\u00a0${name}\u00a0»\u202f?`,
  removeBody:
    'Cette action est irréversible. La passerelle refusera définitivement les appels effectués avec cette clé d’accès.',
  removeUnused: 'Elle n’a jamais été utilisée.',
  removeUsageUnknown: 'Son utilisation n’est pas connue\u202f: assurez-vous que plus rien ne s’en sert.',
  // `when` is relative: “il y a 3 heures”
  removeUsed: (when: string) => `Dernière utilisation\u202f: ${when}. Ce qui s’en sert encore cessera de fonctionner.`,
  suspendInstead: 'Suspendre plutôt',
  suspendHint: 'Un doute\u202f? Commencez par la suspendre\u202f: vous pourrez revenir en arrière.',

  // created-credential: where a new credential stands
  'created-word-pending': 'En attente',
  'created-word-ready': 'Active',
  'created-word-error': 'Échec de la configuration',
  'created-word-gone': 'Supprimée',
  'created-title-pending': (name: string) => `${name}\u202f: configuration en cours`,
  'created-title-ready': (name: string) => `${name}\u202f: tout est prêt`,
  'created-title-share': (name: string) => `${name}\u202f: clé créée`,
  'created-title-error': (name: string) => `${name}\u202f: échec de la configuration`,
  'created-title-gone': (name: string) => `${name}\u202f: clé supprimée`,
  'created-hint-pending':
    'En attente de la passerelle. Cela ne prend en général qu’un instant\u202f; vous verrez ici quand ce sera prêt.',
  'created-hint-ready': 'Affichez son secret maintenant et conservez-le là où votre application le trouve.',
  'created-hint-extended': 'Elle peut aussi servir pour cette API. Son secret reste le même.',
  'created-hint-share':
    'Elle n’a pas encore de secret\u202f: créez un lien pour la personne qui doit en définir un, et envoyez-le-lui.',
  createdShare: 'Créer un lien de partage',
  'created-hint-error': 'La passerelle n’a pas pu la configurer. Elle ne permet encore aucun appel.',
  'created-hint-gone': 'Elle a été supprimée entre-temps.',
  'created-now-pending': (name: string) => `${name}\u202f: en attente de la passerelle.`,
  'created-now-ready': (name: string) => `${name}\u202f: clé active.`,
  'created-now-error': (name: string) => `${name}\u202f: échec de la configuration.`,
  'created-now-gone': (name: string) => `${name}\u202f: clé supprimée.`,
  createdAnother: 'Créer une autre clé d’accès',
  createdDone: 'Terminé',

  // secret-session: from the question before a secret is decrypted until it is let go of
  secretOf: (name: string) => `Secret de ${name}`,
  secretConfirm: 'Afficher le secret sur cette page\u202f?',
  secretConfirmBody:
    'Il est déchiffré dans votre navigateur. Toute personne qui voit votre écran pourrait le lire. Conservez-le en lieu sûr, comme dans un gestionnaire de mots de passe.',
  secretConfirmWindow: (until: string) =>
    `Vous pourrez l’afficher à nouveau jusqu’au ${until}\u202f; il sera ensuite effacé de cette place de marché.`,
  secretConfirmOnce:
    'Vous ne pouvez le faire qu’une fois. Il reste sur cette page jusqu’à ce que vous l’ayez conservé\u202f; ensuite, il ne sera plus affiché.',
  secretDecrypting: 'Déchiffrement…',
  secretUnderway: 'Il ne peut être affiché qu’une fois\u202f: l’annulation n’est plus possible.',
  secretShown: 'Le secret est déchiffré et masqué. Vous pouvez le copier sans l’afficher.',
  secretMasked: 'Masqué',
  secretShow: (label: string) => `Afficher ${label}`,
  secretHide: (label: string) => `Masquer ${label}`,
  secretEmbedded: 'Cette page est intégrée dans une autre, qui doit autoriser la copie (allow="clipboard-write").',
  secretDownload: 'Télécharger',
  secretDownloadAs: (format: string) => `Télécharger ${format}`,
  secretDownloadStarted: (file: string) => `Le téléchargement de ${file} a commencé.`,
  secretDownloadFailed: 'Le téléchargement n’a pas pu être préparé. Copiez plutôt le secret.',
  secretCsvAltered:
    "Un tableur prendrait l’une des valeurs pour une formule. Dans le fichier CSV, elle est précédée d’une apostrophe (')\u202f: retirez-la, ou utilisez .env ou JSON.",
  secretStored: 'Je l’ai conservé en lieu sûr',
  secretDone: 'Terminé',
  secretHidesIn: (left: string) => `Sera masqué dans ${left}`,
  secretStays: 'Il reste ici jusqu’à ce que vous l’ayez conservé\u202f: il ne sera plus affiché ensuite.',
  secretKeptIdle: 'Il a été masqué après un moment d’inactivité.',
  secretKeptTab: 'Il a été masqué parce que vous avez quitté cet onglet.',
  secretKeptSession:
    'Votre session est terminée, le secret a donc été masqué. Vous pouvez encore le copier ou le télécharger ici\u202f: il ne pourra plus être affiché après votre reconnexion.',
  secretKeptWindow:
    'Le délai pour l’afficher est écoulé, le secret a donc été masqué. Vous pouvez encore le copier ou le télécharger ici jusqu’à la fermeture.',
  secretKeptLeft: 'Vous avez quitté la page avant d’avoir conservé ce secret. Il est toujours ici, masqué.',
  secretKeep: 'Garder affiché',
  secretHidesSoon: (left: string) =>
    `Le secret sera masqué dans ${left}. Appuyez sur «\u00a0Garder affiché\u00a0» pour continuer.`,
  secretCloseHeading: 'Fermer sans le conserver\u202f?',
  secretCloseBody: 'Vous n’avez ni copié ni téléchargé le secret.',
  secretAgainUntil: (until: string) => `Vous pouvez l’afficher à nouveau jusqu’au ${until}.`,
  secretCloseNever: 'Il ne sera plus affiché.',
  secretCloseAnyway: 'Fermer quand même',
  secretCloseLose: 'Fermer et perdre le secret',
  secretGoBack: 'Retour',

  // secret-snippets: example calls
  snippetHeading: 'Exemple d’appel',
  snippetLanguage: 'Langage',
  snippetResource: 'API',
  snippetIn: (language: string) => `Exemple d’appel en ${language}`,
  snippetCopy: 'Copier l’exemple d’appel',
  snippetCopied: 'Exemple d’appel copié.',
  snippetPlaceholder: 'Remplacez ce qui est en majuscules par vos propres valeurs.',
  snippetReal: 'Avec le vrai secret',
  snippetRealHint: 'Le secret figure maintenant dans l’exemple. Toute personne qui voit votre écran peut le lire.',
  snippetAssertion: (placeholder: string, tokenUrl: string) =>
    `Pour chaque jeton, signez une assertion avec votre clé privée\u202f: un JWT dont «\u00a0iss\u00a0» et «\u00a0sub\u00a0» sont l’ID client et dont «\u00a0aud\u00a0» est ${tokenUrl}, avec un «\u00a0jti\u00a0» unique et un «\u00a0exp\u00a0» dans quelques minutes. Placez-la là où figure ${placeholder}.`,
  snippetNone: 'Il n’y a pas d’exemple pour la façon dont cette API reçoit les clés d’accès.',

  // access-request: the steps of its way
  'step-submitted': 'Envoyée',
  'step-in-review': 'En cours d’examen par le fournisseur',
  'step-approved': 'Approuvée',
  'step-approved-automatically': 'Approuvée automatiquement',
  'step-rejected': 'Refusée',
  'step-revoked': 'Accès révoqué',
  'step-withdrawn': 'Retirée',
  'step-provisioning': 'Configuration en cours sur la passerelle',
  'step-ready': 'Prête à l’emploi',
  'step-failed': 'Échec de la configuration sur la passerelle',
  // a person's name follows what they did: “Approuvée par Grace Hopper”
  accessBy: (name: string) => `par ${name}`,
  accessTimeline: 'Avancement',
  // read aloud after a step
  accessCurrent: '(en cours)',
  accessUpcoming: '(à venir)',
  accessSubscription: 'Abonnement',
  accessAnswers: 'Réponses',
  accessAnswersFailed: 'Elles n’ont pas pu être chargées. Fermez les détails, puis rouvrez-les.',
  accessYes: 'Oui',
  accessNo: 'Non',
  accessHidden: 'Non affiché',

  'hint-pending': 'Vous verrez la décision ici dès qu’elle sera prise. Vous pouvez quitter cette page entre-temps.',
  'hint-provisioning':
    'Approuvée. La passerelle est en cours de configuration\u202f: cela ne prend en général qu’un instant.',
  'hint-active': 'Vous avez accès. Il ne manque plus qu’une clé d’accès pour appeler l’API.',
  'hint-rejected': 'Vous pouvez modifier vos réponses et renvoyer la demande.',
  'hint-revoked': 'Le fournisseur a révoqué l’accès. Les appels sont refusés.',
  'hint-withdrawn': 'Vous avez retiré cette demande. Elle n’aura pas de suite.',
  'hint-error': 'La passerelle n’a pas pu être configurée. Le fournisseur doit réessayer.',

  'request-withdraw': 'Retirer la demande',
  'request-update': 'Modifier et renvoyer',
  'request-approve': 'Approuver',
  'request-reject': 'Refuser',
  'request-revoke': 'Révoquer l’accès',
  'request-create-credential': 'Créer une clé d’accès',
  accessStatusIs: (name: string, state: string) => `${name}\u202f: ${state}.`,

  // access-request: confirmations
  'confirm-withdraw': (name: string) => `Retirer «\u00a0${name}\u00a0»\u202f?`,
  'confirm-withdraw-body': 'Le fournisseur ne la verra plus. Vous pouvez envoyer une nouvelle demande à tout moment.',
  'confirm-approve': (name: string) => `Approuver «\u00a0${name}\u00a0»\u202f?`,
  'confirm-approve-body': (application: string, resource: string) => `${application} pourra appeler ${resource}.`,
  'confirm-reject': (name: string) => `Refuser «\u00a0${name}\u00a0»\u202f?`,
  'confirm-reject-body': 'L’équipe peut modifier ses réponses et renvoyer la demande.',
  'confirm-revoke': (name: string) => `Révoquer «\u00a0${name}\u00a0»\u202f?`,
  'confirm-revoke-body': (application: string, resource: string) =>
    `La passerelle refusera tous les appels de ${application} à ${resource}, avec toutes ses clés d’accès.`,
  confirmReason: 'Motif',
  confirmOptional: '(facultatif)',
  confirmReasonHelp: 'Visible par l’équipe.',
  'confirm-label-withdraw': 'Retirer la demande',
  'confirm-label-approve': 'Approuver la demande',
  'confirm-label-reject': 'Refuser la demande',
  'confirm-label-revoke': 'Révoquer l’accès',
};
