import type { ListMessages } from '../locale.js';
import { plural } from '../plural.js';

/** 「3 件の認証情報」. */
const some = (count: number): string => plural('ja', count, { other: `${count} 件の認証情報` });

/** Japanese: what is said around a list, once it is there. See `../ja.ts` for the words used. */
export const messages: ListMessages = {
  // credential-blocked: why no credential can be created
  cannotCreate: '現在は認証情報を作成できません',
  'cannot-role': 'あなたのロールでは認証情報を利用できません',
  'cannot-role-hint': '認証情報を管理できるロールを付与するよう、管理者に依頼してください。',
  'cannot-not-eligible': 'ここではまだ認証情報を利用できません',
  'cannot-not-eligible-hint': 'お使いのアカウントは利用条件を満たしていません。',
  'cannot-not-exposed': 'この API は公開されていません',
  'cannot-not-exposed-hint': '公開されると、認証情報を作成できるようになり、呼び出しも届くようになります。',
  'cannot-limit-reached': '上限に達しました',
  'cannot-limit-reached-hint': '不要になった認証情報を削除すると、新しく作成できます。',
  'cannot-environment-required': '環境を選択してください',
  'cannot-environment-required-hint': '認証情報は環境ごとに異なります。',
  'cannot-no-application': 'アプリケーションがまだありません',
  'cannot-no-application-hint': '認証情報はアプリケーションに属します。先にアプリケーションを作成してください。',
  'cannot-no-access': 'アクセス権がまだありません',
  'cannot-no-access-hint': '承認された API へのアクセス権がありません。先にアクセスを申請してください。',
  learnMore: '詳細を見る',
  limitUsed: (used: number, most: number) => `${most} 件中 ${used} 件を使用`,

  // credential-notes: what a row says beyond its columns
  credentialRetryOf: (name: string) => `${name} のセットアップを再試行`,
  grantLine: (api: string, permission: string, scope: string) => `${api}：${permission} · ${scope}`,
  'scope-organization': (count: number) => plural('ja', count, { other: `${count} 個の組織` }),
  'scope-account': (count: number) => plural('ja', count, { other: `${count} 個のアカウント` }),
  'scope-workspace': (count: number) => plural('ja', count, { other: `${count} 個のワークスペース` }),
  'scope-unknown': (count: number) => plural('ja', count, { other: `${count} 個の範囲` }),
  noteOverlap: (until: string, left: string) => `古いシークレットは ${until} まで有効（あと ${left}）`,
  noteShared: (until: string) => `共有リンクは ${until} まで有効`,
  noteNoSecret: 'シークレット未設定',
  noteSecretSet: 'シークレット設定済み',

  // credential-offer
  limitUsedOf: (type: string, used: number, most: number) => `${type}：${most} 件中 ${used} 件を使用`,
  offerEnvironment: '環境',
  offerCreate: '認証情報を作成',

  // credential-panels
  panelHeading: 'シークレットを表示',
  panelCreate: '認証情報を作成',
  panelEdit: '認証情報を編集',

  // credential-rows
  credentialNowIs: (name: string, state: string) => `${name}：${state}`,
  credentialDeleted: (name: string) => `${name} は削除されました。`,
  'quick-renew': (name: string) => `${name} を更新`,
  'quick-suspend': (name: string) => `${name} を一時停止`,
  'quick-enable': (name: string) => `${name} を再開`,
  'quick-remove': (name: string) => `${name} を削除`,

  // credential-filters
  credentialFilters: 'フィルター',
  'facet-state': 'ステータス',
  'facet-typeId': '種類',
  'facet-resourceId': 'API',
  'facet-applicationId': 'アプリケーション',
  facetChosen: (facet: string, values: string) => `${facet}：${values}`,
  facetChosenMany: (facet: string, count: number) => `${facet}：${count} 件選択中`,
  facetAll: 'すべて',
  facetValue: (value: string, count: number) => `${value}（${count}）`,
  'risk-expiring': '30 日以内に期限切れ',
  'risk-expired': '期限切れ',
  'risk-unused': '未使用',
  'risk-inactive': '一時停止中',
  filtersClear: 'フィルターをクリア',
  credentialSearch: '認証情報を検索',
  credentialsNoMatch: (query: string) => `「${query}」に一致する認証情報はありません`,
  credentialsFilteredOut: 'フィルターに一致する認証情報はありません',
  credentialsShowAll: 'すべての認証情報を表示',
  pagesLabel: 'ページ',
  pagePrevious: '前のページ',
  pageNext: '次のページ',
  pageNumber: (page: number) => `${page} ページ目`,
  // `counted` is 「12 件の認証情報」
  pageOf: (page: number, counted: string) => `${page} ページ目、全 ${counted}`,

  // credential-history: `who` is a person, and empty where nobody is named
  historyHeading: (name: string) => `「${name}」の履歴`,
  historyLabel: '履歴（古い順）',
  historyEmpty: 'まだ記録はありません。',
  historyShown: (count: number) => plural('ja', count, { other: `${count} 件の記録` }),
  'history-created': (who?: string) => (who ? `${who} が作成` : '作成'),
  'history-provisioned': (who?: string) => (who ? `${who} がセットアップ` : 'ゲートウェイがセットアップ'),
  'history-ready': () => '利用可能',
  'history-failed': (who?: string) => (who ? `${who} がセットアップを拒否` : 'セットアップに失敗'),
  'history-retried': (who?: string) => (who ? `${who} が再試行を開始` : '再試行を開始'),
  'history-updated': (who?: string) => (who ? `${who} が編集` : '編集'),
  'history-suspended': (who?: string) => (who ? `${who} が一時停止` : 'マーケットプレイスが一時停止'),
  'history-enabled': (who?: string) => (who ? `${who} が再開` : 'マーケットプレイスが再開'),
  'history-renewed': (who?: string) => (who ? `${who} が更新` : '更新'),
  'history-regenerated': (who?: string) => (who ? `${who} が再生成` : '再生成'),
  'history-revealed': (who?: string) => (who ? `${who} がシークレットを表示` : 'シークレットを表示'),
  'history-erased': () => 'マーケットプレイスからシークレットを削除（ゲートウェイでは引き続き有効）',
  'history-expired': () => '期限切れ',
  'history-shared': (who?: string) => (who ? `${who} が共有リンクを作成` : '共有リンクを作成'),
  'history-unshared': (who?: string) => (who ? `${who} が共有リンクを停止` : '共有リンクを停止'),
  'history-secret-set': (who?: string) => (who ? `${who} がシークレットを設定` : '共有リンクからシークレットを設定'),
  'history-deleting': (who?: string) => (who ? `${who} が削除を開始` : '削除を開始'),
  'history-deleted': (who?: string) => (who ? `${who} が削除` : 'ゲートウェイから除去して削除'),
  'history-unknown': (who?: string) => (who ? `${who} が変更` : '変更'),
  historyReason: (reason: string) => `理由：${reason}`,
  historyChange: (field: string, from: string, to: string) => `${field}：「${from}」から「${to}」に変更`,
  historySet: (field: string, to: string) => `${field}：「${to}」`,
  historyUnset: (field: string, from: string) => `${field}：「${from}」を解除`,
  'historyField-name': '名前',
  'historyField-grants': '許可する操作',
  'historyField-resources': '対象の API',

  // credential-selection: of several at once
  selectAll: '表示中のすべてを選択',
  selectedLabel: '選択中の認証情報',
  selectedCount: (count: number) => `${count} 件選択中`,
  selectClear: '選択を解除',
  'batch-suspend': '一時停止',
  'batch-enable': '再開',
  'batch-retry': '再試行',
  'batch-remove': '削除',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}：${total} 件中 ${count} 件では実行できません。${reason}`,
  'batchHeading-suspend': (count: number) => `${some(count)}を一時停止しますか？`,
  'batchHeading-enable': (count: number) => `${some(count)}を再開しますか？`,
  'batchHeading-retry': (count: number) => `${some(count)}のセットアップを再試行しますか？`,
  'batchHeading-remove': (count: number) => `${some(count)}を削除しますか？`,
  'batchConfirm-suspend': (count: number) => `${some(count)}を一時停止`,
  'batchConfirm-enable': (count: number) => `${some(count)}を再開`,
  'batchConfirm-retry': (count: number) => `${some(count)}を再試行`,
  'batchConfirm-remove': (count: number) => `${some(count)}を削除`,
  'batchBody-suspend':
    '再開するまで、これらの認証情報による呼び出しをゲートウェイが拒否します。シークレットは変わりません。',
  'batchBody-enable': 'これらの認証情報による呼び出しをゲートウェイが再び受け付けるようになります。',
  'batchBody-retry': 'ゲートウェイにセットアップをもう一度依頼します。',
  'batchBody-remove': 'この操作は取り消せません。これらの認証情報による呼び出しは、以後ゲートウェイで拒否されます。',
  batchUsed: (count: number) =>
    plural('ja', count, {
      other: `このうち ${count} 件は過去 7 日間に使用されています。まだ使用しているものは動作しなくなります。`,
    }),
  // is typed to confirm
  batchTyped: (count: number) => `削除${count}`,
  batchSessions: '発行済みのセッショントークンは、期限が切れるまで引き続き有効です。',
  batchOthers: (count: number) => `ほか ${count} 件`,
  'batchDone-suspend': (count: number) => `${some(count)}を一時停止しています。`,
  'batchDone-enable': (count: number) => `${some(count)}を再開しています。`,
  'batchDone-retry': (count: number) => `${some(count)}を再試行しています。`,
  'batchDone-remove': (count: number) => `${some(count)}を削除しています。`,
  batchFailed: (failed: number, total: number) =>
    `${some(total)}のうち ${failed} 件で失敗しました。選択されたままです。`,
  batchProblem: (name: string, problem: string) => `${name}：${problem}`,
  batchRetry: '失敗したものを再試行',
  batchDismiss: '閉じる',

  // exposure-gate: the switch of an API that takes keys and calls only while it is exposed
  gateOf: (api: string) => `${api} を公開`,
  gateOpen: '公開中',
  gateClosed: '非公開',
  gateOpenHelp: 'キーを作成でき、キーを使った呼び出しが届きます。',
  gateClosedHelp: 'キーを作成できず、呼び出しも届きません。',
  gateAsk: '変更できるロールを持つ人に依頼してください。',
  'gate-expose': (api: string) => `${api} を公開しますか？`,
  'gate-expose-body': 'キーを作成できるようになり、キーを使った呼び出しが届くようになります。',
  'gate-expose-label': '公開する',
  'gate-unexpose': (api: string) => `${api} の公開を停止しますか？`,
  'gate-unexpose-body':
    '以後、どのキーを使った呼び出しもすべて拒否され、キーも作成できなくなります。既存のキーは残り、再び公開すると使用できます。',
  'gate-unexpose-label': '公開を停止',
  gateNowOpen: (api: string) => `${api} を公開しました。`,
  gateNowClosed: (api: string) => `${api} の公開を停止しました。`,

  // access-request-filters
  requestSearch: 'アクセス申請を検索',
  requestFilters: 'フィルター',
  requestFilterResource: 'API',
  requestFilterApplication: 'アプリケーション',
  requestFilterAll: 'すべて',
  requestFilterValue: (value: string, count: number) => `${value}（${count}）`,
  requestFiltersClear: 'フィルターをクリア',
  requestsNoMatch: (query: string) => `「${query}」に一致する申請はありません`,
  requestsFilteredOut: 'フィルターに一致する申請はありません',
  requestsShowAll: 'すべての申請を表示',

  // list-filters
  viewRefused: 'これらのフィルターでは一覧を表示できません。',
};
