import type { ActionMessages } from '../locale.js';

/** German: menus, dialogs and secrets. See `../de.ts` for the words used. */
export const messages: ActionMessages = {
  // dialog
  typeToConfirm: (name: string) => `Zum Bestätigen „${name}“ eingeben`,
  typedDiffers: (name: string) => `Geben Sie „${name}“ genau so ein, wie es geschrieben ist.`,

  // credential-actions: menu and confirmations
  'action-reveal': 'Secret anzeigen',
  'action-update': 'Zugangsdaten bearbeiten',
  'action-history': 'Verlauf',
  'action-renew': 'Zugangsdaten erneuern',
  'action-regenerate': 'Zugangsdaten neu erzeugen',
  'action-suspend': 'Zugangsdaten sperren',
  'action-enable': 'Zugangsdaten entsperren',
  'action-retry': 'Erneut versuchen',
  'action-share': 'Freigabelink erstellen',
  'action-unshare': 'Freigabe beenden',
  'action-provision': 'Einrichten',
  'action-fail': 'Einrichten ablehnen',
  'action-remove': 'Zugangsdaten löschen',
  credentialNoActions: 'Damit lässt sich gerade nichts tun.',

  suspendHeading: (name: string) => `„${name}“ sperren?`,
  suspendBody:
    'Das Gateway weist Aufrufe mit diesen Zugangsdaten ab, bis Sie sie wieder entsperren. Das Secret bleibt dasselbe.',
  enableHeading: (name: string) => `„${name}“ entsperren?`,
  enableBody: 'Das Gateway nimmt Aufrufe mit diesen Zugangsdaten wieder an.',

  renewHeading: (name: string) => `„${name}“ erneuern?`,
  renewBody: 'Sie erhalten ein neues Secret. Die Kennungen bleiben gleich.',
  renewOpenBody: 'Sie erhalten ein neues Secret.',
  renewKeyBody: 'Sie erhalten einen neuen Schlüssel. Der Teil davon, der hier angezeigt wird, ändert sich mit ihm.',
  renewNewEnd: (until: string) => `Das neue Secret gilt bis ${until}.`,
  renewNewOpen: 'Das neue Secret gilt unbegrenzt.',
  renewAgain: (until: string) =>
    `Das Secret von vor der letzten Erneuerung, das noch bis ${until} gilt, wird sofort ungültig.`,
  renewOverlap: 'Wie lange soll das alte Secret noch gelten?',
  renewNow: 'Gar nicht',
  renewNowEnd: 'Es wird ungültig, sobald das neue da ist.',
  renewOldEnd: (until: string) => `Das alte Secret gilt bis ${until}.`,

  regenerateHeading: (name: string) => `„${name}“ neu erzeugen?`,
  regenerateBody:
    'Sie erhalten neue Kennungen und ein neues Secret. Die alten gelten sofort nicht mehr: Für sie werden keine Sitzungstokens mehr ausgestellt.',
  regenerateKeyBody: 'Sie erhalten einen neuen Schlüssel. Der alte wird sofort ungültig.',
  sessionsOpen: 'Bereits ausgestellte Sitzungstokens gelten, bis sie ablaufen.',
  sessionsUntil: (until: string, left: string) =>
    `Bereits ausgestellte Sitzungstokens gelten bis ${until}, höchstens noch ${left}.`,

  unshareHeading: (name: string) => `Freigabe von „${name}“ beenden?`,
  unshareBody: 'Der Freigabelink gilt sofort nicht mehr. Ein Secret, das damit gesetzt wurde, bleibt.',
  shareHeading: (name: string) => `„${name}“ freigeben?`,
  shareBody:
    'Sie erhalten einen Link. Wer ihn hat, kann das Secret dieser Zugangsdaten setzen oder ersetzen, bis der Link endet; sonst nichts.',
  shareAgain: 'Der früher erstellte Link gilt dann nicht mehr.',
  shareMake: 'Link erstellen',
  shareLifetime: 'Wie lange soll er gelten?',
  shareUntil: (until: string) => `Bis ${until}.`,
  shareLinkHeading: (name: string) => `Freigabelink von „${name}“`,
  shareLinkBody: (until: string) =>
    `Er gilt bis ${until}. Er wird nur jetzt angezeigt: Geht er verloren, erstellen Sie einen neuen.`,
  shareLink: 'Link',
  shareCopy: 'Link kopieren und schließen',

  provisionHeading: (name: string) => `„${name}“ einrichten?`,
  provisionBody:
    'Das Gateway richtet die Zugangsdaten ein und aktiviert sie. Wer sie angefragt hat, kann sie dann verwenden.',
  failHeading: (name: string) => `Einrichten von „${name}“ ablehnen?`,
  failBody: 'Wer angefragt hat, sieht den Grund und kann erneut anfragen.',
  failReason: 'Grund',
  failReasonHelp: 'Wird dem Team angezeigt.',
  failReasonMissing: 'Sagen Sie, warum das Einrichten nicht möglich ist.',

  removeHeading: (name: string) => `„${name}“ löschen?`,
  removeBody: 'Das lässt sich nicht rückgängig machen. Das Gateway weist Aufrufe mit diesen Zugangsdaten endgültig ab.',
  // `when` is relative: “vor 3 Stunden”
  removeUsed: (when: string) =>
    `Zuletzt wurden sie ${when} verwendet: Was sie noch verwendet, funktioniert dann nicht mehr.`,
  removeUnused: 'Sie wurden nie verwendet.',
  removeUsageUnknown: 'Dazu gibt es keine Nutzungsdaten: Stellen Sie sicher, dass nichts sie mehr verwendet.',
  cardType: 'Art',
  cardEnvironment: 'Umgebung',
  cardApplication: 'Anwendung',
  cardResources: 'Verwendet für',
  suspendInstead: 'Stattdessen sperren',
  suspendHint: 'Nicht sicher? Sperren Sie zuerst: Das lässt sich rückgängig machen.',

  // created-credential: where a new credential stands
  'created-word-pending': 'Ausstehend',
  'created-word-ready': 'Aktiv',
  'created-word-error': 'Einrichten fehlgeschlagen',
  'created-word-gone': 'Gelöscht',
  'created-title-pending': (name: string) => `${name} wird eingerichtet`,
  'created-title-ready': (name: string) => `${name} ist bereit`,
  'created-title-share': (name: string) => `${name} wurde erstellt`,
  'created-title-error': (name: string) => `${name} konnte nicht eingerichtet werden`,
  'created-title-gone': (name: string) => `${name} wurde gelöscht`,
  'created-hint-pending':
    'Das Gateway richtet sie ein. Das dauert meist nur einen Moment; hier sehen Sie, wann es fertig ist.',
  'created-hint-ready': 'Sehen Sie jetzt das Secret an und legen Sie es dort ab, wo Ihre Anwendung es findet.',
  'created-hint-extended': 'Sie gelten nun auch für diese API. Das Secret bleibt dasselbe.',
  'created-hint-share':
    'Noch haben sie kein Secret: Erstellen Sie einen Link für die Person, die eines setzen soll, und schicken Sie ihn ihr.',
  createdShare: 'Freigabelink erstellen',
  'created-hint-error': 'Das Gateway konnte sie nicht einrichten. Noch lässt sich damit nichts aufrufen.',
  'created-hint-gone': 'Sie wurden inzwischen gelöscht.',
  'created-now-pending': (name: string) => `${name}: Das Gateway richtet die Zugangsdaten ein.`,
  'created-now-ready': (name: string) => `${name} ist aktiv.`,
  'created-now-error': (name: string) => `${name} konnte nicht eingerichtet werden.`,
  'created-now-gone': (name: string) => `${name} wurde gelöscht.`,
  createdAnother: 'Weitere Zugangsdaten erstellen',
  createdDone: 'Fertig',

  // secret-session: from the question before a secret is decrypted until it is let go of
  secretOf: (name: string) => `Secret von ${name}`,
  secretConfirm: 'Secret auf dieser Seite anzeigen?',
  secretConfirmBody:
    'Es wird in Ihrem Browser entschlüsselt. Wer Ihren Bildschirm sieht, könnte es lesen. Bewahren Sie es sicher auf, etwa in einem Passwortmanager.',
  secretConfirmWindow: (until: string) =>
    `Sie können es bis ${until} erneut anzeigen, dann wird es von diesem Marktplatz entfernt.`,
  secretConfirmOnce:
    'Das geht nur einmal. Es bleibt auf dieser Seite, bis Sie es aufbewahrt haben; danach wird es nicht mehr angezeigt.',
  secretDecrypting: 'Wird entschlüsselt …',
  secretUnderway: 'Es kann nur einmal angezeigt werden, deshalb lässt sich das jetzt nicht abbrechen.',
  secretShown: 'Das Secret ist entschlüsselt und verdeckt. Sie können es kopieren, ohne es zu zeigen.',
  secretMasked: 'Verdeckt',
  secretShow: (label: string) => `${label} zeigen`,
  secretHide: (label: string) => `${label} verdecken`,
  secretEmbedded:
    'Diese Seite ist in eine andere eingebettet, die das Kopieren erlauben muss (allow="clipboard-write").',
  secretDownload: 'Herunterladen',
  secretDownloadAs: (format: string) => `${format} herunterladen`,
  secretDownloadStarted: (file: string) => `Der Download von ${file} hat begonnen.`,
  secretDownloadFailed: 'Der Download ließ sich nicht vorbereiten. Kopieren Sie das Secret stattdessen.',
  secretCsvAltered:
    "Eine Tabellenkalkulation hielte einen der Werte für eine Formel. In der CSV-Datei steht ein Apostroph (') davor: Entfernen Sie ihn, oder verwenden Sie .env oder JSON.",
  secretStored: 'Ich habe es sicher aufbewahrt',
  secretDone: 'Fertig',
  secretHidesIn: (left: string) => `Wird in ${left} ausgeblendet`,
  secretStays: 'Es bleibt hier, bis Sie es aufbewahrt haben: Es wird kein zweites Mal angezeigt.',
  secretKeptIdle: 'Es wurde verdeckt, weil eine Weile nichts geschah.',
  secretKeptTab: 'Es wurde verdeckt, weil Sie diesen Tab verlassen haben.',
  secretKeptSession:
    'Ihre Sitzung ist beendet, deshalb wurde das Secret verdeckt. Sie können es hier noch kopieren oder herunterladen: Nach dem Anmelden kann es nicht mehr angezeigt werden.',
  secretKeptWindow:
    'Die Zeit zum Anzeigen ist abgelaufen, deshalb wurde das Secret verdeckt. Sie können es hier noch kopieren oder herunterladen, bis Sie es schließen.',
  secretKeptLeft:
    'Sie haben die Seite verlassen, bevor Sie dieses Secret aufbewahrt hatten. Es ist noch hier, verdeckt.',
  secretKeep: 'Offen lassen',
  secretHidesSoon: (left: string) =>
    `Das Secret wird in ${left} ausgeblendet. Drücken Sie „Offen lassen“, um fortzufahren.`,
  secretCloseHeading: 'Schließen, ohne es aufzubewahren?',
  secretCloseBody: 'Sie haben das Secret weder kopiert noch heruntergeladen.',
  secretAgainUntil: (until: string) => `Sie können es bis ${until} erneut anzeigen.`,
  secretCloseNever: 'Es wird nicht mehr angezeigt.',
  secretCloseAnyway: 'Trotzdem schließen',
  secretCloseLose: 'Schließen und Secret verlieren',
  secretGoBack: 'Zurück',

  // secret-snippets: example calls
  snippetHeading: 'Beispielaufruf',
  snippetLanguage: 'Sprache',
  snippetResource: 'API',
  snippetIn: (language: string) => `Beispielaufruf in ${language}`,
  snippetCopy: 'Beispielaufruf kopieren',
  snippetCopied: 'Beispielaufruf kopiert.',
  snippetPlaceholder: 'Ersetzen Sie, was in Großbuchstaben steht, durch Ihre eigenen Werte.',
  snippetReal: 'Mit dem echten Secret',
  snippetRealHint: 'Das Secret steht jetzt im Beispiel. Wer Ihren Bildschirm sieht, kann es lesen.',
  snippetAssertion: (placeholder: string, tokenUrl: string) =>
    `Signieren Sie für jedes Token eine Assertion mit Ihrem privaten Schlüssel: ein JWT, dessen „iss“ und „sub“ die Client-ID sind und dessen „aud“ ${tokenUrl} ist, mit einer eigenen „jti“ und einer „exp“ in wenigen Minuten. Setzen Sie sie dort ein, wo ${placeholder} steht.`,
  snippetNone: 'Für die Art, wie diese API Zugangsdaten annimmt, gibt es kein Beispiel.',

  // access-request: confirmations
  'confirm-withdraw': (name: string) => `„${name}“ zurückziehen?`,
  'confirm-withdraw-body': 'Der Anbieter sieht die Anfrage dann nicht mehr. Sie können jederzeit eine neue senden.',
  'confirm-approve': (name: string) => `„${name}“ genehmigen?`,
  'confirm-approve-body': (application: string, resource: string) => `${application} kann dann ${resource} aufrufen.`,
  'confirm-reject': (name: string) => `„${name}“ ablehnen?`,
  'confirm-reject-body': 'Das Team kann seine Antworten ändern und die Anfrage erneut senden.',
  'confirm-revoke': (name: string) => `Zugriff „${name}“ entziehen?`,
  'confirm-revoke-body': (application: string, resource: string) =>
    `Das Gateway weist dann jeden Aufruf von ${application} an ${resource} ab, mit allen Zugangsdaten dafür.`,
  confirmReason: 'Grund',
  confirmOptional: '(optional)',
  confirmReasonHelp: 'Wird dem Team angezeigt.',
  'confirm-label-withdraw': 'Anfrage zurückziehen',
  'confirm-label-approve': 'Anfrage genehmigen',
  'confirm-label-reject': 'Anfrage ablehnen',
  'confirm-label-revoke': 'Zugriff entziehen',

  // access-request: the steps of its way
  'step-submitted': 'Gesendet',
  'step-in-review': 'Wird vom Anbieter geprüft',
  'step-approved': 'Genehmigt',
  'step-approved-automatically': 'Automatisch genehmigt',
  'step-rejected': 'Abgelehnt',
  'step-revoked': 'Zugriff entzogen',
  'step-withdrawn': 'Zurückgezogen',
  'step-provisioning': 'Wird am Gateway eingerichtet',
  'step-ready': 'Einsatzbereit',
  'step-failed': 'Einrichten am Gateway fehlgeschlagen',
  // a person's name follows what they did: “Genehmigt von Grace Hopper”
  accessBy: (name: string) => `von ${name}`,
  accessTimeline: 'Verlauf',
  // read aloud after a step
  accessCurrent: '(jetzt)',
  accessUpcoming: '(steht noch aus)',
  accessSubscription: 'Abonnement',
  accessAnswers: 'Antworten',
  accessAnswersFailed: 'Sie ließen sich nicht laden. Schließen Sie die Details und öffnen Sie sie erneut.',
  accessYes: 'Ja',
  accessNo: 'Nein',
  accessHidden: 'Nicht gezeigt',

  'hint-pending':
    'Die Entscheidung erscheint hier, sobald sie gefallen ist. Sie können die Seite inzwischen verlassen.',
  'hint-provisioning': 'Genehmigt. Das Gateway wird eingerichtet, das dauert meist nur einen Moment.',
  'hint-active': 'Sie haben Zugriff. Jetzt fehlen noch Zugangsdaten, mit denen die API aufgerufen wird.',
  'hint-rejected': 'Sie können Ihre Antworten ändern und die Anfrage erneut senden.',
  'hint-revoked': 'Der Anbieter hat den Zugriff entzogen. Aufrufe werden abgewiesen.',
  'hint-withdrawn': 'Sie haben diese Anfrage zurückgezogen. Mit ihr geschieht nichts weiter.',
  'hint-error': 'Das Gateway konnte nicht eingerichtet werden. Der Anbieter muss es erneut versuchen.',

  'request-withdraw': 'Anfrage zurückziehen',
  'request-update': 'Ändern und erneut senden',
  'request-approve': 'Genehmigen',
  'request-reject': 'Ablehnen',
  'request-revoke': 'Zugriff entziehen',
  'request-create-credential': 'Zugangsdaten erstellen',
  accessStatusIs: (name: string, state: string) => `${name}: ${state}.`,
};
