import type { ListMessages } from '../locale.js';
import { plural } from '../plural.js';

/** „3 Einträge“: what English calls credentials, counted. */
const entries = (count: number): string => plural('de', count, { one: `${count} Eintrag`, other: `${count} Einträge` });

/** German: what is said around a list, once it is there. See `../de.ts` for the words used. */
export const messages: ListMessages = {
  // credential-blocked: why no credential can be created
  cannotCreate: 'Gerade lassen sich keine Zugangsdaten erstellen',
  'cannot-role': 'Ihre Rolle umfasst keine Zugangsdaten',
  'cannot-role-hint': 'Bitten Sie um eine Rolle, die Zugangsdaten verwalten darf.',
  'cannot-not-eligible': 'Sie können hier noch keine Zugangsdaten haben',
  'cannot-not-eligible-hint': 'Ihr Konto erfüllt die Voraussetzungen nicht.',
  'cannot-not-exposed': 'Diese API ist nicht freigegeben',
  'cannot-not-exposed-hint':
    'Sobald sie freigegeben ist, können Zugangsdaten dafür erstellt werden, und erst dann erreichen Aufrufe sie.',
  'cannot-limit-reached': 'Das Limit ist erreicht',
  'cannot-limit-reached-hint':
    'Löschen Sie Zugangsdaten, die nicht mehr gebraucht werden: Das schafft Platz für weitere.',
  'cannot-environment-required': 'Wählen Sie eine Umgebung',
  'cannot-environment-required-hint': 'Jede Umgebung hat eigene Zugangsdaten.',
  'cannot-no-application': 'Noch keine Anwendung',
  'cannot-no-application-hint': 'Zugangsdaten gehören zu einer Anwendung. Erstellen Sie zuerst eine.',
  'cannot-no-access': 'Noch kein Zugriff',
  'cannot-no-access-hint': 'Es gibt keinen genehmigten Zugriff auf eine API. Fragen Sie zuerst Zugriff an.',
  learnMore: 'Mehr erfahren',
  limitUsed: (used: number, most: number) => `${used} von ${most} belegt`,

  // credential-notes: what a row says beyond its columns
  grantLine: (api: string, permission: string, scope: string) => `${api}: ${permission} · ${scope}`,
  'scope-organization': (count: number) =>
    plural('de', count, { one: `${count} Organisation`, other: `${count} Organisationen` }),
  'scope-account': (count: number) => plural('de', count, { one: `${count} Konto`, other: `${count} Konten` }),
  'scope-workspace': (count: number) =>
    plural('de', count, { one: `${count} Arbeitsbereich`, other: `${count} Arbeitsbereiche` }),
  'scope-unknown': (count: number) => plural('de', count, { one: `${count} Bereich`, other: `${count} Bereiche` }),
  noteOverlap: (until: string, left: string) => `Altes Secret gilt bis ${until}, noch ${left}`,
  noteShared: (until: string) => `Freigabelink gilt bis ${until}`,
  noteNoSecret: 'Noch kein Secret gesetzt',
  noteSecretSet: 'Secret ist gesetzt',

  // credential-offer
  limitUsedOf: (type: string, used: number, most: number) => `${type}: ${used} von ${most} belegt`,
  offerEnvironment: 'Umgebung',
  offerCreate: 'Zugangsdaten erstellen',

  // credential-panels
  panelHeading: 'Secret anzeigen',
  panelCreate: 'Zugangsdaten erstellen',
  panelEdit: 'Zugangsdaten bearbeiten',

  // credential-rows
  credentialNowIs: (name: string, state: string) => `${name}: ${state}`,
  credentialDeleted: (name: string) => `${name} wurde gelöscht.`,
  credentialRetryOf: (name: string) => `Einrichten von ${name} erneut versuchen`,
  'quick-renew': (name: string) => `${name} erneuern`,
  'quick-suspend': (name: string) => `${name} sperren`,
  'quick-enable': (name: string) => `${name} entsperren`,
  'quick-remove': (name: string) => `${name} löschen`,

  // credential-filters
  credentialFilters: 'Filter',
  'facet-state': 'Status',
  'facet-typeId': 'Art',
  'facet-resourceId': 'API',
  'facet-applicationId': 'Anwendung',
  facetChosen: (facet: string, values: string) => `${facet}: ${values}`,
  facetChosenMany: (facet: string, count: number) => `${facet}: ${count} ausgewählt`,
  facetAll: 'Alle',
  facetValue: (value: string, count: number) => `${value} (${count})`,
  'risk-expiring': 'Läuft in 30 Tagen ab',
  'risk-expired': 'Abgelaufen',
  'risk-unused': 'Nie verwendet',
  'risk-inactive': 'Inaktiv',
  filtersClear: 'Filter zurücksetzen',
  credentialSearch: 'Zugangsdaten suchen',
  credentialsNoMatch: (query: string) => `Keine Zugangsdaten passen zu „${query}“`,
  credentialsFilteredOut: 'Keine Zugangsdaten passen zu diesen Filtern',
  credentialsShowAll: 'Alle Zugangsdaten zeigen',
  pagesLabel: 'Seiten',
  pagePrevious: 'Vorige Seite',
  pageNext: 'Nächste Seite',
  pageNumber: (page: number) => `Seite ${page}`,
  // `counted` is “12 Einträge”
  pageOf: (page: number, counted: string) => `Seite ${page}, insgesamt ${counted}`,

  // credential-history: `who` is a person, and empty where nobody is named
  historyHeading: (name: string) => `Verlauf von „${name}“`,
  historyLabel: 'Was geschehen ist, das Älteste zuerst',
  historyEmpty: 'Noch ist nichts verzeichnet.',
  historyShown: (count: number) => entries(count),
  'history-created': (who?: string) => (who ? `Erstellt von ${who}` : 'Erstellt'),
  'history-provisioned': (who?: string) => (who ? `Eingerichtet von ${who}` : 'Vom Gateway eingerichtet'),
  'history-ready': () => 'Einsatzbereit',
  'history-failed': (who?: string) => (who ? `Einrichten abgelehnt von ${who}` : 'Einrichten fehlgeschlagen'),
  'history-retried': (who?: string) => (who ? `Neuer Versuch von ${who}` : 'Neuer Versuch'),
  'history-updated': (who?: string) => (who ? `Bearbeitet von ${who}` : 'Bearbeitet'),
  'history-suspended': (who?: string) => (who ? `Gesperrt von ${who}` : 'Vom Marktplatz gesperrt'),
  'history-enabled': (who?: string) => (who ? `Entsperrt von ${who}` : 'Vom Marktplatz entsperrt'),
  'history-renewed': (who?: string) => (who ? `Erneuert von ${who}` : 'Erneuert'),
  'history-regenerated': (who?: string) => (who ? `Neu erzeugt von ${who}` : 'Neu erzeugt'),
  'history-revealed': (who?: string) => (who ? `Secret angezeigt von ${who}` : 'Secret angezeigt'),
  'history-erased': () => 'Secret vom Marktplatz entfernt; am Gateway funktioniert es weiter',
  'history-expired': () => 'Abgelaufen',
  'history-shared': (who?: string) => (who ? `Freigabelink erstellt von ${who}` : 'Freigabelink erstellt'),
  'history-unshared': (who?: string) => (who ? `Freigabe beendet von ${who}` : 'Freigabe beendet'),
  'history-secret-set': (who?: string) => (who ? `Secret gesetzt von ${who}` : 'Secret über den Freigabelink gesetzt'),
  'history-deleting': (who?: string) => (who ? `Löschen begonnen von ${who}` : 'Löschen begonnen'),
  'history-deleted': (who?: string) => (who ? `Gelöscht von ${who}` : 'Vom Gateway entfernt und gelöscht'),
  'history-unknown': (who?: string) => (who ? `Geändert von ${who}` : 'Geändert'),
  historyReason: (reason: string) => `Grund: ${reason}`,
  historyChange: (field: string, from: string, to: string) => `${field}: von „${from}“ zu „${to}“`,
  historySet: (field: string, to: string) => `${field}: „${to}“`,
  historyUnset: (field: string, from: string) => `${field}: nicht mehr „${from}“`,
  'historyField-name': 'Name',
  'historyField-grants': 'Was damit erlaubt ist',
  'historyField-resources': 'APIs',

  // credential-selection: of several at once
  selectAll: 'Alle gezeigten auswählen',
  selectedLabel: 'Ausgewählte Zugangsdaten',
  selectedCount: (count: number) => `${count} ausgewählt`,
  selectClear: 'Auswahl aufheben',
  'batch-suspend': 'Sperren',
  'batch-enable': 'Entsperren',
  'batch-retry': 'Erneut versuchen',
  'batch-remove': 'Löschen',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}: bei ${count} von ${total} nicht möglich. ${reason}`,
  'batchHeading-suspend': (count: number) => `${entries(count)} sperren?`,
  'batchHeading-enable': (count: number) => `${entries(count)} entsperren?`,
  'batchHeading-retry': (count: number) => `Einrichten erneut versuchen: ${entries(count)}?`,
  'batchHeading-remove': (count: number) => `${entries(count)} löschen?`,
  'batchConfirm-suspend': (count: number) => `${entries(count)} sperren`,
  'batchConfirm-enable': (count: number) => `${entries(count)} entsperren`,
  'batchConfirm-retry': (count: number) => `Erneut versuchen: ${entries(count)}`,
  'batchConfirm-remove': (count: number) => `${entries(count)} löschen`,
  'batchBody-suspend':
    'Das Gateway weist Aufrufe damit ab, bis Sie sie wieder entsperren. Die Secrets bleiben dieselben.',
  'batchBody-enable': 'Das Gateway nimmt Aufrufe damit wieder an.',
  'batchBody-retry': 'Das Gateway wird noch einmal gebeten, sie einzurichten.',
  'batchBody-remove': 'Das lässt sich nicht rückgängig machen. Das Gateway weist Aufrufe damit endgültig ab.',
  batchUsed: (count: number) =>
    plural('de', count, {
      one: `${count} davon wurde in den letzten 7 Tagen verwendet: Was ihn noch verwendet, funktioniert dann nicht mehr.`,
      other: `${count} davon wurden in den letzten 7 Tagen verwendet: Was sie noch verwendet, funktioniert dann nicht mehr.`,
    }),
  // is typed to confirm
  batchTyped: (count: number) => `${count} löschen`,
  batchSessions: 'Sitzungstokens, die dafür bereits ausgestellt sind, gelten, bis sie ablaufen.',
  batchOthers: (count: number) => `und ${count} weitere`,
  'batchDone-suspend': (count: number) => `${entries(count)}: wird gesperrt.`,
  'batchDone-enable': (count: number) => `${entries(count)}: wird entsperrt.`,
  'batchDone-retry': (count: number) => `${entries(count)}: neuer Versuch.`,
  'batchDone-remove': (count: number) => `${entries(count)}: wird gelöscht.`,
  batchFailed: (failed: number, total: number) =>
    `Bei ${failed} von ${entries(total)} hat es nicht geklappt. Sie sind noch ausgewählt.`,
  batchProblem: (name: string, problem: string) => `${name}: ${problem}`,
  batchRetry: 'Fehlgeschlagene erneut versuchen',
  batchDismiss: 'Ausblenden',

  // exposure-gate: the switch of an API that takes keys and calls only while it is exposed
  gateOf: (api: string) => `${api} freigeben`,
  gateOpen: 'Freigegeben',
  gateClosed: 'Nicht freigegeben',
  gateOpenHelp: 'Schlüssel können dafür erstellt werden, und Aufrufe mit einem Schlüssel erreichen sie.',
  gateClosedHelp: 'Dafür kann kein Schlüssel erstellt werden, und kein Aufruf erreicht sie.',
  gateAsk: 'Fragen Sie jemanden, dessen Rolle das ändern darf.',
  'gate-expose': (api: string) => `${api} freigeben?`,
  'gate-expose-body': 'Dann können Schlüssel dafür erstellt werden, und Aufrufe mit einem Schlüssel erreichen sie.',
  'gate-expose-label': 'Freigeben',
  'gate-unexpose': (api: string) => `Freigabe von ${api} beenden?`,
  'gate-unexpose-body':
    'Von jetzt an wird jeder Aufruf abgewiesen, mit jedem Schlüssel, und keiner kann erstellt werden. Die Schlüssel bleiben: Sie gelten wieder, sobald die API freigegeben ist.',
  'gate-unexpose-label': 'Freigabe beenden',
  gateNowOpen: (api: string) => `${api} ist freigegeben.`,
  gateNowClosed: (api: string) => `${api} ist nicht mehr freigegeben.`,

  // access-request-filters
  requestSearch: 'Anfragen suchen',
  requestFilters: 'Filter',
  requestFilterResource: 'API',
  requestFilterApplication: 'Anwendung',
  requestFilterAll: 'Alle',
  requestFilterValue: (value: string, count: number) => `${value} (${count})`,
  requestFiltersClear: 'Filter zurücksetzen',
  requestsNoMatch: (query: string) => `Keine Anfrage passt zu „${query}“`,
  requestsFilteredOut: 'Keine Anfrage passt zu diesen Filtern',
  requestsShowAll: 'Alle Anfragen zeigen',

  // list-filters
  viewRefused: 'Mit diesen Filtern lässt sich die Liste nicht anzeigen.',
};
