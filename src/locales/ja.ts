import type { ShippedLocale } from './locale.js';
import { plural } from './plural.js';
import { shipLocale } from './register.js';

// For who translates: the keys and their order are those of the parts in `en/`; what a part is for stands there. A key in
// quotes ends in a word of the marketplace. Values come as text; a `count` is also a number, for `plural`, and is written
// as the language writes numbers. What stands in quotation marks in English is a name that a person gave.
//
// Words used throughout: credential = 認証情報, secret = シークレット, access request = アクセス申請, application =
// アプリケーション, subscription = サブスクリプション, provider = 提供者, suspend = 一時停止, enable = 再開, renew = 更新,
// regenerate = 再生成, share link = 共有リンク. Sentences are in です・ます, buttons and labels end in nouns or plain verbs.
// Latin words and values have a space around them, as Intl writes numbers with their units: 「3 日前」.

/** Japanese: what elements show at once. */
export const locale: ShippedLocale = {
  $code: 'ja',
  $name: '日本語',
  $dir: 'ltr',

  // common: every element
  retry: '再試行',
  cancel: 'キャンセル',
  close: '閉じる',
  loading: '読み込み中…',
  copy: 'コピー',
  copied: 'コピーしました',
  unknown: '不明',
  copyNamed: (label: string) => `${label} をコピー`,
  copiedNamed: (label: string) => `${label} をコピーしました。`,
  copyFailed:
    'ブラウザーによってコピーがブロックされました。値は選択されています。Ctrl+C（Mac では ⌘C）を押してください。',
  loadMore: 'さらに読み込む',
  partFailed: 'ページのこの部分を読み込めませんでした。接続を確認して、もう一度お試しください。',

  'error-network': 'マーケットプレイスに接続できませんでした。接続を確認して、もう一度お試しください。',
  'error-timeout': 'マーケットプレイスからの応答に時間がかかりすぎています。もう一度お試しください。',
  'error-unauthenticated': 'セッションが終了しました。続けるには、もう一度サインインしてください。',
  'error-token-expired': 'セッションが終了しました。続けるには、もう一度サインインしてください。',
  'error-forbidden': 'この内容の表示や操作は許可されていません。チームの管理者にお問い合わせください。',
  'error-not-found': 'すでに存在しないか、別のチームのものです。',
  'error-rate-limited': '短時間にリクエストが集中しています。しばらく待ってから、もう一度お試しください。',
  'error-unavailable': 'マーケットプレイスは現在利用できません。しばらくしてから、もう一度お試しください。',
  'error-configuration': 'このページはマーケットプレイスに接続されていません。運営者にお知らせください。',
  errorRefused: 'マーケットプレイスは、このページからの要求を受け付けません。運営者にお知らせください。',
  errorUnknown:
    'マーケットプレイスで問題が発生しました。このページでは何も変更されていません。もう一度お試しください。',

  // reasons: why something is not possible now, or was refused. “It” is a credential, a request, an option
  'reason-not-active': '有効なときにのみ可能です。',
  'reason-not-inactive': '一時停止中にのみ可能です。',
  'reason-provisioning': 'ゲートウェイでのセットアップが完了すると可能になります。',
  'reason-in-transition': '別の変更がまだ進行中です。',
  'reason-deleting': '削除中です。',
  'reason-expired': '有効期限が切れています。',
  'reason-erased': 'シークレットはここにはもう保存されていません。',
  'reason-viewed': 'シークレットは一度表示されたため、ここにはもう保存されていません。',
  'reason-no-access': 'このアプリケーションには、この API への承認済みのアクセス権がありません。',
  'reason-subscription-not-active': '元になるサブスクリプションが有効ではなくなりました。',
  'reason-not-pending': '審査待ちの間にのみ可能です。',
  'reason-not-rejected': '却下された後にのみ可能です。',
  'reason-role': 'あなたのロールでは許可されていません。',
  'reason-not-approved': 'まだ承認されていません。',
  'reason-plan-excludes-resource': 'このサブスクリプションのプランには、この API が含まれていません。',
  'reason-other-team': '選択したチームとは別のチームのものです。',
  'reason-duplicate': 'この API に対する有効なアクセス申請がすでにあります。',
  'reason-limit-reached': '上限に達しています。先にいずれかを削除してください。',
  'reason-not-exposed': 'この API は公開されていません。',
  'reason-not-eligible': '利用条件を満たしていません。',
  'reason-other-environment': '別の環境のものです。',
  'reason-no-application': '対象のアプリケーションがまだありません。',
  'reason-unsupported': 'この種類の認証情報では対応していません。',
  reasonUnknown: '現在は実行できません。',

  'error-state-conflict': 'その間に変更があったため、実行できなくなりました。現在の状態を表示しています。',
  'error-precondition-failed':
    'その間に別のユーザーが変更しました。現在の状態を表示しています。確認して、もう一度お試しください。',
  'error-secret-gone': 'シークレットはここにはもう保存されていません。',
  'error-access-required': '先に API へのアクセスの承認が必要です。',
  'error-limit-reached': '認証情報の数が上限に達しています。不要になったものを削除してください。',
  'error-not-exposed': 'この API は公開されていないため、認証情報を作成できません。',
  'error-not-eligible': 'ここで認証情報を利用する条件を満たしていません。',
  'error-duplicate-access-request':
    'このアプリケーションには、このサブスクリプションでのこの API に対する有効なアクセス申請がすでにあります。',
  'error-validation-failed': '入力内容の一部が受け付けられませんでした。修正して、もう一度お試しください。',
  'error-payload-too-large':
    'マーケットプレイスが受け付けられるサイズを超えています。入力内容を短くして、もう一度お試しください。',

  // credential-list
  credentials: '認証情報',
  credentialCount: (count: number) => plural('ja', count, { other: `${count} 件の認証情報` }),
  credentialCountOf: (shown: number, total: number) => `${total} 件中 ${shown} 件の認証情報`,
  credentialName: '名前',
  credentialIdentifier: '識別子',
  credentialStatus: 'ステータス',
  credentialEnvironment: '環境',
  credentialServes: '用途',
  credentialLastUsed: '最終使用',
  credentialExpires: '有効期限',
  credentialActions: '操作',
  credentialKindOf: (type: string, application: string) => `${type} · ${application}`,
  credentialSelect: (name: string) => `${name} を選択`,
  credentialMenu: (name: string) => `${name} の操作`,
  credentialCopy: (label: string, name: string) => `${name} の ${label} をコピー`,
  credentialViewSecret: 'シークレットを表示',
  credentialViewSecretOf: (name: string) => `${name} のシークレットを表示`,
  credentialNeverUsed: (created: string) => `未使用（${created} 作成）`,
  credentialNoUsage: '使用状況データなし',
  credentialNoExpiry: '無期限',
  credentialNoIdentifier: 'セットアップ後に表示',
  credentialsEmpty: '認証情報はまだありません',
  credentialsEmptyHint:
    '認証情報があれば、アプリケーションから API を呼び出せます。作成した認証情報はここに表示されます。',
  // `when` is relative: “5 日後”, “3 時間前”
  credentialExpiresIn: (when: string) => `${when}に期限切れ`,
  credentialExpiredAgo: (when: string) => `${when}に期限切れ`,

  'state-pending': '保留中',
  'state-active': '有効',
  'state-inactive': '一時停止中',
  'state-deleting': '削除中…',
  'state-expired': '期限切れ',
  'state-error': '失敗',
  'state-suspending': '一時停止処理中…',
  'state-enabling': '再開中…',
  'state-renewing': '更新中…',
  'state-regenerating': '再生成中…',
  'state-updating': '変更中…',
  'state-setting-secret': 'シークレットを設定中…',

  // access-request-list
  requests: 'アクセス申請',
  requestCount: (count: number) => plural('ja', count, { other: `${count} 件の申請` }),
  requestCountOf: (shown: number, total: number) => `${total} 件中 ${shown} 件の申請`,
  requestsEmpty: 'アクセス申請はまだありません',
  requestsEmptyHint: 'API へのアクセスを申請すると、ここで状況を確認できます。',
  requestsNonePending: '審査待ちの申請はありません',
  requestsNonePendingHint: '新しい申請は自動的にここに表示されます。',
  requestFrom: (person: string, team: string) => `${person}、${team}`,
  // `when` is relative: “3 時間前”
  requestSent: (when: string) => `送信：${when}`,
  requestReason: (reason: string) => `「${reason}」`,
  requestDetails: '詳細',
  requestDoNamed: (action: string, name: string) => `${action}：${name}`,
  requestNowIs: (name: string, state: string) => `${name}：${state}`,
  'do-approve': '承認',
  'do-reject': '却下',
  'do-create-credential': '認証情報を作成',
  'do-update': '編集して再送信',
  'do-withdraw': '取り下げ',
  'do-revoke': 'アクセス権を取り消す',

  // access-states: where an access request stands
  'access-pending': '審査中',
  'access-provisioning': 'セットアップ中',
  'access-active': '利用可能',
  'access-rejected': '却下済み',
  'access-revoked': '取り消し済み',
  'access-withdrawn': '取り下げ済み',
  'access-error': 'セットアップ失敗',
  'access-unknown': '不明な状態',

  // secret-reveal: before and after a secret is shown
  secretLoading: '認証情報を読み込んでいます…',
  secretPending: 'ゲートウェイがセットアップしています',
  secretPendingHint: '通常は数秒で完了します。準備ができしだい、ここでシークレットを表示できます。',
  secretWindow: (left: string, until: string) => `シークレットはあと ${left}、${until} まで表示できます。`,
  secretAlways: 'シークレットはいつでも表示できます。',
  secretOnce:
    'シークレットを表示できるのは一度だけです。表示したら安全な場所に保管してください。もう一度表示することはできません。',
  secretView: 'シークレットを表示',
  secretViewAgain: 'シークレットを再表示',
  secretViewAfter: 'その後はここから削除されますが、ゲートウェイでは引き続き使用できます。',
  secretHiddenIdle: 'しばらく操作がなかったため、非表示にしました。',
  secretHiddenTab: 'このタブから離れたため、非表示にしました。',
  secretHiddenSession: 'セッションが終了したため、非表示にしました。表示するには、もう一度サインインしてください。',
  secretHiddenWindow: '表示できる期間が終了しました。',
  secretWindowLeft: (left: string) => `シークレットを表示できるのはあと ${left}です。`,
  secretErased: 'シークレットはここにはもう保存されていません',
  secretErasedSince: (when: string) => `${when} に削除されました。`,
  secretErasedHint:
    'ゲートウェイでは引き続き有効です。保管してある場合は、そのまま使用できます。どこにも保管していない場合は、新しいシークレットを取得してください。',
  secretViewed: 'シークレットは表示済みのため、もう表示されません',
  secretViewedHint:
    'ゲートウェイでは有効です。保管してある場合は、そのまま使用できます。どこにも保管していない場合は、新しいシークレットを取得してください。',
  secretLost:
    'シークレットを含む応答が途中で失われました。今すぐもう一度要求してください。要求できるのは短い間だけです。',
  secretChanging: 'ゲートウェイが変更を反映しています',
  secretSet: 'シークレットは設定済みです',
  secretSetHint: 'ここでは読み取れません。共有リンクを知っている人が置き換えることができます。',
  secretNotSet: 'シークレットはまだ設定されていません',
  secretNotSetHint:
    '共有リンクを作成してください。リンクを受け取った人が、リンク先のページでシークレットを設定します。',
  secretRenew: '認証情報を更新',
  secretRegenerate: '認証情報を再生成',
  secretReplace: '別の認証情報を作成',
  secretNone: 'この認証情報にはシークレットがありません。',
  secretGone: 'この認証情報はすでに存在しないか、別のチームのものです。',
  secretSnippet: 'API の呼び出し方',
};

shipLocale(locale, () => Promise.all([import('./ja/lists.js'), import('./ja/forms.js'), import('./ja/actions.js')]));
