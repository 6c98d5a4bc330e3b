import type { ShippedLocale } from './locale.js';
import { plural } from './plural.js';
import { shipLocale } from './register.js';

// For who translates: the keys and their order are those of the parts in `en/`; what a part is for stands there. A key in
// quotes ends in a word of the marketplace. Values come as text; a `count` is also a number, for `plural`, and is written
// as the language writes numbers. What stands in quotation marks in English is a name that a person gave.
//
// Words used throughout: credential = Zugangsdaten (no singular: count them as Einträge), secret = Secret, access request
// = Anfrage, application = Anwendung, subscription = Abonnement, provider = Anbieter, suspend = sperren, enable =
// entsperren, renew = erneuern, regenerate = neu erzeugen, share link = Freigabelink. People are addressed as Sie.

/** German: what elements show at once. */
export const locale: ShippedLocale = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',

  // common: every element
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  loading: 'Wird geladen …',
  copy: 'Kopieren',
  copied: 'Kopiert',
  unknown: 'Unbekannt',
  copyNamed: (label: string) => `${label} kopieren`,
  copiedNamed: (label: string) => `${label} kopiert.`,
  copyFailed: 'Der Browser hat das Kopieren verhindert. Der Wert ist markiert: Drücken Sie Strg+C, auf einem Mac ⌘C.',
  loadMore: 'Weitere laden',
  partFailed: 'Dieser Teil der Seite ließ sich nicht laden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',

  'error-network': 'Der Marktplatz ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'error-timeout': 'Der Marktplatz hat zu lange nicht geantwortet. Versuchen Sie es erneut.',
  'error-unauthenticated': 'Ihre Sitzung ist beendet. Melden Sie sich wieder an, um fortzufahren.',
  'error-token-expired': 'Ihre Sitzung ist beendet. Melden Sie sich wieder an, um fortzufahren.',
  'error-forbidden': 'Sie dürfen das nicht sehen oder tun. Fragen Sie jemanden, der Ihr Team verwaltet.',
  'error-not-found': 'Das gibt es nicht mehr, oder es gehört einem anderen Team.',
  'error-rate-limited': 'Zu viele Anfragen in kurzer Zeit. Warten Sie einen Moment und versuchen Sie es erneut.',
  'error-unavailable': 'Der Marktplatz ist gerade nicht verfügbar. Versuchen Sie es gleich noch einmal.',
  'error-configuration': 'Diese Seite ist mit keinem Marktplatz verbunden. Wenden Sie sich an die Betreiber der Seite.',
  errorRefused:
    'Der Marktplatz nimmt nicht an, was diese Seite von ihm verlangt. Wenden Sie sich an die Betreiber der Seite.',
  errorUnknown:
    'Beim Marktplatz ist etwas schiefgegangen. Auf dieser Seite wurde nichts geändert; versuchen Sie es erneut.',

  // reasons: why something is not possible now, or was refused. “It” is credentials, a request, an option
  'reason-not-active': 'Nur im aktiven Zustand möglich.',
  'reason-not-inactive': 'Nur im gesperrten Zustand möglich.',
  'reason-provisioning': 'Möglich, sobald das Gateway alles eingerichtet hat.',
  'reason-in-transition': 'Eine andere Änderung läuft noch.',
  'reason-deleting': 'Wird gerade gelöscht.',
  'reason-expired': 'Ist abgelaufen.',
  'reason-erased': 'Das Secret ist hier nicht mehr gespeichert.',
  'reason-viewed': 'Das Secret wurde einmal angezeigt und ist hier nicht mehr gespeichert.',
  'reason-no-access': 'Die Anwendung hat keinen genehmigten Zugriff auf diese API.',
  'reason-subscription-not-active': 'Das zugehörige Abonnement ist nicht mehr aktiv.',
  'reason-not-pending': 'Nur möglich, solange eine Entscheidung aussteht.',
  'reason-not-rejected': 'Nur nach einer Ablehnung möglich.',
  'reason-role': 'Ihre Rolle erlaubt es nicht.',
  'reason-not-approved': 'Noch nicht genehmigt.',
  'reason-plan-excludes-resource': 'Der Tarif dieses Abonnements enthält diese API nicht.',
  'reason-other-team': 'Gehört einem anderen Team als dem, das Sie gewählt haben.',
  'reason-duplicate': 'Dafür gibt es schon eine laufende Anfrage für diese API.',
  'reason-limit-reached': 'Mehr sind nicht erlaubt: Löschen Sie zuerst einen Eintrag.',
  'reason-not-exposed': 'Diese API ist nicht freigegeben.',
  'reason-not-eligible': 'Sie erfüllen die Voraussetzungen dafür nicht.',
  'reason-other-environment': 'Gehört zu einer anderen Umgebung.',
  'reason-no-application': 'Dafür gibt es noch keine Anwendung.',
  'reason-unsupported': 'Diese Art von Zugangsdaten kann das nicht.',
  reasonUnknown: 'Gerade nicht möglich.',

  'error-state-conflict':
    'Inzwischen hat sich etwas geändert, deshalb ist das nicht mehr möglich. Sie sehen jetzt den aktuellen Stand.',
  'error-precondition-failed':
    'Inzwischen hat jemand anderes etwas geändert. Sie sehen jetzt den aktuellen Stand; prüfen Sie ihn und versuchen Sie es erneut.',
  'error-secret-gone': 'Das Secret ist hier nicht mehr gespeichert.',
  'error-access-required': 'Dafür ist zuerst ein genehmigter Zugriff auf die API nötig.',
  'error-limit-reached': 'Mehr Zugangsdaten sind nicht erlaubt. Löschen Sie welche, die nicht mehr gebraucht werden.',
  'error-not-exposed': 'Diese API ist nicht freigegeben, deshalb lassen sich keine Zugangsdaten dafür erstellen.',
  'error-not-eligible': 'Sie erfüllen die Voraussetzungen für Zugangsdaten hier nicht.',
  'error-duplicate-access-request':
    'Diese Anwendung hat unter diesem Abonnement schon eine laufende Anfrage für diese API.',
  'error-validation-failed':
    'Einige Ihrer Eingaben wurden nicht angenommen. Korrigieren Sie sie und versuchen Sie es erneut.',
  'error-payload-too-large':
    'Das ist mehr, als der Marktplatz annimmt. Kürzen Sie Ihre Eingaben und versuchen Sie es erneut.',

  // credential-list
  credentials: 'Zugangsdaten',
  credentialCount: (count: number) => plural('de', count, { one: `${count} Eintrag`, other: `${count} Einträge` }),
  credentialCountOf: (shown: number, total: number) => `${shown} von ${total} Einträgen`,
  credentialName: 'Name',
  credentialIdentifier: 'Kennung',
  credentialStatus: 'Status',
  credentialEnvironment: 'Umgebung',
  credentialServes: 'Verwendet für',
  credentialLastUsed: 'Zuletzt verwendet',
  credentialExpires: 'Gültig bis',
  credentialActions: 'Aktionen',
  credentialKindOf: (type: string, application: string) => `${type} · ${application}`,
  credentialSelect: (name: string) => `${name} auswählen`,
  credentialMenu: (name: string) => `Aktionen für ${name}`,
  credentialCopy: (label: string, name: string) => `${label} von ${name} kopieren`,
  credentialViewSecret: 'Secret anzeigen',
  credentialViewSecretOf: (name: string) => `Secret anzeigen: ${name}`,
  credentialNeverUsed: (created: string) => `Nie verwendet, erstellt ${created}`,
  credentialNoUsage: 'Keine Nutzungsdaten',
  credentialNoExpiry: 'Unbegrenzt',
  credentialNoIdentifier: 'Nach dem Einrichten',
  credentialsEmpty: 'Noch keine Zugangsdaten',
  credentialsEmptyHint: 'Mit Zugangsdaten kann eine Anwendung eine API aufrufen. Was Sie erstellen, erscheint hier.',
  // `when` is relative: “in 5 Tagen”, “vor 3 Stunden”
  credentialExpiresIn: (when: string) => `Läuft ${when} ab`,
  credentialExpiredAgo: (when: string) => `Abgelaufen ${when}`,

  'state-pending': 'Ausstehend',
  'state-active': 'Aktiv',
  'state-inactive': 'Inaktiv',
  'state-deleting': 'Wird gelöscht …',
  'state-expired': 'Abgelaufen',
  'state-error': 'Fehlgeschlagen',
  'state-suspending': 'Wird gesperrt …',
  'state-enabling': 'Wird entsperrt …',
  'state-renewing': 'Wird erneuert …',
  'state-regenerating': 'Wird neu erzeugt …',
  'state-updating': 'Wird geändert …',
  'state-setting-secret': 'Secret wird gesetzt …',

  // access-request-list
  requests: 'Zugriffsanfragen',
  requestCount: (count: number) => plural('de', count, { one: `${count} Anfrage`, other: `${count} Anfragen` }),
  requestCountOf: (shown: number, total: number) => `${shown} von ${total} Anfragen`,
  requestsEmpty: 'Noch keine Zugriffsanfragen',
  requestsEmptyHint: 'Wenn Sie Zugriff auf eine API anfragen, können Sie den Verlauf hier verfolgen.',
  requestsNonePending: 'Nichts wartet auf eine Entscheidung',
  requestsNonePendingHint: 'Neue Anfragen erscheinen hier von selbst.',
  requestFrom: (person: string, team: string) => `${person}, ${team}`,
  // `when` is relative: “vor 3 Stunden”
  requestSent: (when: string) => `Gesendet ${when}`,
  requestReason: (reason: string) => `„${reason}“`,
  requestDetails: 'Details',
  requestDoNamed: (action: string, name: string) => `${action}: ${name}`,
  requestNowIs: (name: string, state: string) => `${name}: ${state}`,
  'do-approve': 'Genehmigen',
  'do-reject': 'Ablehnen',
  'do-create-credential': 'Zugangsdaten erstellen',
  'do-update': 'Ändern und erneut senden',
  'do-withdraw': 'Zurückziehen',
  'do-revoke': 'Zugriff entziehen',

  // access-states: where an access request stands
  'access-pending': 'In Prüfung',
  'access-provisioning': 'Wird eingerichtet',
  'access-active': 'Bereit',
  'access-rejected': 'Abgelehnt',
  'access-revoked': 'Entzogen',
  'access-withdrawn': 'Zurückgezogen',
  'access-error': 'Einrichten fehlgeschlagen',
  'access-unknown': 'Unbekannter Zustand',

  // secret-reveal: before and after a secret is shown
  secretLoading: 'Zugangsdaten werden geladen …',
  secretPending: 'Das Gateway richtet die Zugangsdaten ein',
  secretPendingHint: 'Das dauert meist nur Sekunden. Sobald das Secret da ist, kann es hier angezeigt werden.',
  secretWindow: (left: string, until: string) => `Das Secret kann noch ${left} lang angezeigt werden, bis ${until}.`,
  secretAlways: 'Das Secret kann jederzeit angezeigt werden.',
  secretOnce:
    'Das Secret kann einmal angezeigt werden. Bewahren Sie es dann sicher auf: Es wird kein zweites Mal angezeigt.',
  secretView: 'Secret anzeigen',
  secretViewAgain: 'Secret noch einmal anzeigen',
  secretViewAfter: 'Danach wird es hier entfernt und funktioniert am Gateway weiter.',
  secretHiddenIdle: 'Es wurde ausgeblendet, weil eine Weile nichts geschah.',
  secretHiddenTab: 'Es wurde ausgeblendet, weil Sie diesen Tab verlassen haben.',
  secretHiddenSession:
    'Es wurde ausgeblendet, weil Ihre Sitzung beendet ist. Melden Sie sich wieder an, um es anzuzeigen.',
  secretHiddenWindow: 'Die Zeit zum Anzeigen ist abgelaufen.',
  secretWindowLeft: (left: string) => `Das Secret kann noch ${left} lang angezeigt werden.`,
  secretErased: 'Das Secret ist hier nicht mehr gespeichert',
  secretErasedSince: (when: string) => `Es wurde am ${when} entfernt.`,
  secretErasedHint:
    'Am Gateway funktioniert es weiter: Wer es aufbewahrt hat, kann es weiter verwenden. Hat das niemand, beschaffen Sie ein neues.',
  secretViewed: 'Das Secret wurde angezeigt und wird kein zweites Mal angezeigt',
  secretViewedHint:
    'Am Gateway funktioniert es: Wer es aufbewahrt hat, kann es weiter verwenden. Hat das niemand, beschaffen Sie ein neues.',
  secretLost:
    'Die Antwort mit dem Secret ging auf dem Weg hierher verloren. Fordern Sie sie jetzt noch einmal an: Das ist einen Moment lang möglich.',
  secretChanging: 'Das Gateway übernimmt die Änderung',
  secretSet: 'Ein Secret ist gesetzt',
  secretSetHint: 'Es kann hier nicht gelesen werden. Wer den Freigabelink hat, kann es ersetzen.',
  secretNotSet: 'Noch ist kein Secret gesetzt',
  secretNotSetHint:
    'Erstellen Sie einen Freigabelink: Wem Sie ihn geben, setzt das Secret auf der Seite, zu der er führt.',
  secretRenew: 'Zugangsdaten erneuern',
  secretRegenerate: 'Zugangsdaten neu erzeugen',
  secretReplace: 'Weitere Zugangsdaten erstellen',
  secretNone: 'Diese Zugangsdaten haben kein Secret.',
  secretGone: 'Diese Zugangsdaten gibt es nicht mehr, oder sie gehören einem anderen Team.',
  secretSnippet: 'So wird die API damit aufgerufen',
};

shipLocale(locale, () => Promise.all([import('./de/lists.js'), import('./de/forms.js'), import('./de/actions.js')]));
