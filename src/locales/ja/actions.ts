import type { ActionMessages } from '../locale.js';

/** Japanese: menus, dialogs and secrets. See `../ja.ts` for the words used. */
export const messages: ActionMessages = {
  // dialog
  typeToConfirm: (name: string) => `確認のため「${name}」と入力してください`,
  typedDiffers: (name: string) => `「${name}」を表示どおりに正確に入力してください。`,

  // credential-actions: menu and confirmations
  'action-reveal': 'シークレットを表示',
  'action-update': '認証情報を編集',
  'action-history': '履歴',
  'action-renew': '認証情報を更新',
  'action-regenerate': '認証情報を再生成',
  'action-suspend': '認証情報を一時停止',
  'action-enable': '認証情報を再開',
  'action-retry': '再試行',
  'action-share': '共有リンクを作成',
  'action-unshare': '共有を停止',
  'action-provision': 'セットアップ',
  'action-fail': 'セットアップを拒否',
  'action-remove': '認証情報を削除',
  credentialNoActions: '現在実行できる操作はありません。',

  suspendHeading: (name: string) => `「${name}」を一時停止しますか？`,
  suspendBody: '再開するまで、この認証情報による呼び出しをゲートウェイが拒否します。シークレットは変わりません。',
  enableHeading: (name: string) => `「${name}」を再開しますか？`,
  enableBody: 'この認証情報による呼び出しをゲートウェイが再び受け付けるようになります。',

  renewHeading: (name: string) => `「${name}」を更新しますか？`,
  renewBody: '新しいシークレットが発行されます。識別子は変わりません。',
  renewNewEnd: (until: string) => `新しいシークレットは ${until} まで有効です。`,
  renewNewOpen: '新しいシークレットは無期限で有効です。',
  renewAgain: (until: string) => `前回の更新より前のシークレット（${until} まで有効）は、すぐに使用できなくなります。`,
  renewOverlap: '古いシークレットをいつまで使用できるようにしますか？',
  renewNow: 'すぐに無効にする',
  renewNowEnd: '新しいシークレットが発行されると同時に使用できなくなります。',
  renewOldEnd: (until: string) => `古いシークレットは ${until} まで有効です。`,

  regenerateHeading: (name: string) => `「${name}」を再生成しますか？`,
  regenerateBody:
    '新しい識別子とシークレットが発行されます。古いものはすぐに使用できなくなり、セッショントークンは発行されなくなります。',
  sessionsOpen: '発行済みのセッショントークンは、期限が切れるまで引き続き有効です。',
  sessionsUntil: (until: string, left: string) =>
    `発行済みのセッショントークンは ${until} まで（最長であと ${left}）引き続き有効です。`,

  unshareHeading: (name: string) => `「${name}」の共有を停止しますか？`,
  unshareBody: '共有リンクはすぐに使用できなくなります。リンクから設定されたシークレットはそのまま残ります。',
  shareHeading: (name: string) => `「${name}」を共有しますか？`,
  shareBody:
    'リンクが発行されます。リンクを知っている人は、期限が切れるまで、この認証情報のシークレットを設定または置き換えることができます。それ以外の操作はできません。',
  shareAgain: '以前に作成したリンクは使用できなくなります。',
  shareMake: 'リンクを作成',
  shareLifetime: 'リンクをどのくらいの期間有効にしますか？',
  shareUntil: (until: string) => `${until} まで。`,
  shareLinkHeading: (name: string) => `「${name}」の共有リンク`,
  shareLinkBody: (until: string) =>
    `${until} まで有効です。表示されるのは今だけです。紛失した場合は、新しいリンクを作成してください。`,
  shareLink: 'リンク',
  shareCopy: 'リンクをコピーして閉じる',

  provisionHeading: (name: string) => `「${name}」をセットアップしますか？`,
  provisionBody: 'ゲートウェイでセットアップされ、有効になります。申請者はその後すぐに使用できます。',
  failHeading: (name: string) => `「${name}」のセットアップを拒否しますか？`,
  failBody: '申請者には理由が表示されます。再度申請することもできます。',
  failReason: '理由',
  failReasonHelp: 'チームに表示されます。',
  failReasonMissing: 'セットアップできない理由を入力してください。',

  cardType: '種類',
  cardEnvironment: '環境',
  cardApplication: 'アプリケーション',
  cardResources: '用途',
  removeHeading: (name: string) => `「${name}」を削除しますか？`,
  removeBody: 'この操作は取り消せません。この認証情報による呼び出しは、以後ゲートウェイで拒否されます。',
  removeUnused: '一度も使用されていません。',
  removeUsageUnknown: '使用状況のデータがありません。どこからも使用されていないことを確認してください。',
  // `when` is relative: “3 時間前”
  removeUsed: (when: string) => `最後に使用されたのは ${when} です。まだ使用しているものは動作しなくなります。`,
  suspendInstead: '代わりに一時停止',
  suspendHint: '迷う場合は、先に一時停止してください。一時停止なら元に戻せます。',

  // created-credential: where a new credential stands
  'created-word-pending': '保留中',
  'created-word-ready': '有効',
  'created-word-error': 'セットアップ失敗',
  'created-word-gone': '削除済み',
  'created-hint-pending': 'ゲートウェイの処理を待っています。通常はすぐに完了し、結果はここに表示されます。',
  'created-hint-ready':
    'ゲートウェイで使用できるようになりました。今すぐシークレットを表示して、アプリケーションから参照できる場所に保管してください。',
  'created-hint-extended': 'この API でも使用できるようになりました。シークレットは変わりません。',
  'created-hint-share':
    'ゲートウェイに登録されました。シークレットはまだありません。設定してもらう人のためにリンクを作成して送信してください。',
  createdShare: '共有リンクを作成',
  'created-hint-secretless': 'ゲートウェイに登録されました。',
  'created-hint-error': 'ゲートウェイでセットアップできませんでした。まだ呼び出しには使用できません。',
  'created-hint-gone': 'その間に削除されました。',
  'created-now-pending': (name: string) => `${name}：ゲートウェイの処理を待っています。`,
  'created-now-ready': (name: string) => `${name} は有効です。`,
  'created-now-error': (name: string) => `${name} をセットアップできませんでした。`,
  'created-now-gone': (name: string) => `${name} は削除されました。`,
  createdAnother: '別の認証情報を作成',

  // secret-session: from the question before a secret is decrypted until it is let go of
  secretOf: (name: string) => `${name} のシークレット`,
  secretConfirm: 'このページにシークレットを表示しますか？',
  secretConfirmBody:
    'シークレットはブラウザー内で復号されます。画面を見ている人に読み取られるおそれがあります。パスワードマネージャーなどの安全な場所に保管してください。',
  secretConfirmWindow: (until: string) =>
    `${until} までは再表示できます。その後、このマーケットプレイスから削除されます。`,
  secretConfirmOnce:
    'この操作ができるのは一度だけです。シークレットは保管するまでこのページに残り、その後はもう表示されません。',
  secretDecrypting: '復号しています…',
  secretUnderway: '表示できるのは一度だけのため、今はキャンセルできません。',
  secretShown: 'シークレットを復号し、伏せ字で表示しています。表示せずにコピーできます。',
  secretMasked: '非表示',
  secretShow: (label: string) => `${label} を表示`,
  secretHide: (label: string) => `${label} を非表示`,
  secretEmbedded:
    'このページは別のページに埋め込まれています。そのページでコピーを許可する必要があります（allow="clipboard-write"）。',
  secretDownloadAs: (format: string) => `${format} をダウンロード`,
  secretDownloadFailed: 'ダウンロードを準備できませんでした。代わりにシークレットをコピーしてください。',
  secretCsvAltered:
    "値の 1 つが表計算ソフトで数式とみなされるため、CSV ファイルではその前にアポストロフィ（'）が付いています。取り除くか、.env または JSON を使用してください。",
  secretStored: '安全な場所に保管しました',
  secretDone: '完了',
  secretHidesIn: (left: string) => `${left} 後に非表示`,
  secretStays: '保管するまでここに残ります。もう一度表示することはできません。',
  secretKeptIdle: 'しばらく操作がなかったため、伏せ字にしました。',
  secretKeptTab: 'このタブから離れたため、伏せ字にしました。',
  secretKeptSession:
    'セッションが終了したため、シークレットを伏せ字にしました。ここではまだコピーやダウンロードができますが、再度サインインした後は表示できません。',
  secretKeptWindow:
    '表示できる期間が終了したため、シークレットを伏せ字にしました。閉じるまでは、ここでコピーやダウンロードができます。',
  secretKeptLeft: 'このシークレットを保管せずにページを離れました。伏せ字のまま、まだここにあります。',
  secretKeep: '表示を続ける',
  secretHidesSoon: (left: string) =>
    `シークレットは ${left} 後に非表示になります。続けるには「表示を続ける」を押してください。`,
  secretCloseHeading: '保管せずに閉じますか？',
  secretCloseBody: 'シークレットはまだコピーもダウンロードもされていません。',
  secretAgainUntil: (until: string) => `${until} までは再表示できます。`,
  secretCloseNever: 'もう一度表示することはできません。',
  secretCloseAnyway: 'このまま閉じる',
  secretGoBack: '戻る',

  // secret-snippets: example calls
  snippetHeading: '呼び出し例',
  snippetLanguage: '言語',
  snippetResource: 'API',
  snippetIn: (language: string) => `${language} での呼び出し例`,
  snippetCopy: '呼び出し例をコピー',
  snippetCopied: '呼び出し例をコピーしました。',
  snippetPlaceholder: '大文字の部分は実際の値に置き換えてください。',
  snippetReal: '実際のシークレットを使う',
  snippetRealHint: '例に実際のシークレットが含まれています。画面を見ている人に読み取られるおそれがあります。',
  snippetAssertion: (placeholder: string, tokenUrl: string) =>
    `トークンごとに、秘密鍵でアサーションに署名してください。アサーションは、「iss」と「sub」にクライアント ID、「aud」に ${tokenUrl}、「jti」に一意の値、「exp」に数分後の時刻を指定した JWT です。これを ${placeholder} の位置に入れます。`,
  snippetNone: 'この API の認証方式に対応する例はありません。',

  // access-request: confirmations
  'confirm-withdraw': (name: string) => `「${name}」を取り下げますか？`,
  'confirm-withdraw-body': '提供者には表示されなくなります。新しい申請はいつでも送信できます。',
  'confirm-approve': (name: string) => `「${name}」を承認しますか？`,
  'confirm-approve-body': (application: string, resource: string) =>
    `${application} から ${resource} を呼び出せるようになります。`,
  'confirm-reject': (name: string) => `「${name}」を却下しますか？`,
  'confirm-reject-body': 'チームは回答を変更して、申請を再送信できます。',
  'confirm-revoke': (name: string) => `「${name}」を取り消しますか？`,
  'confirm-revoke-body': (application: string, resource: string) =>
    `${application} から ${resource} への呼び出しは、どの認証情報を使ってもゲートウェイですべて拒否されます。`,
  confirmReason: '理由',
  confirmReasonHelp: 'チームに表示されます。',
  'confirm-label-withdraw': '申請を取り下げる',
  'confirm-label-approve': '申請を承認',
  'confirm-label-reject': '申請を却下',
  'confirm-label-revoke': 'アクセス権を取り消す',

  // access-request: the steps of its way
  'step-submitted': '送信済み',
  'step-in-review': '提供者が審査中',
  'step-approved': '承認済み',
  'step-approved-automatically': '自動承認済み',
  'step-rejected': '却下済み',
  'step-revoked': 'アクセス権の取り消し済み',
  'step-withdrawn': '取り下げ済み',
  'step-provisioning': 'ゲートウェイでセットアップ中',
  'step-ready': '利用可能',
  'step-failed': 'ゲートウェイでのセットアップに失敗',
  // a person's name follows what they did
  accessBy: (name: string) => `実行者：${name}`,
  accessTimeline: '進行状況',
  // read aloud after a step
  accessCurrent: '（現在）',
  accessUpcoming: '（これから）',
  accessSubscription: 'サブスクリプション',
  accessAnswers: '回答',
  accessAnswersFailed: '読み込めませんでした。詳細を閉じて、もう一度開いてください。',
  accessYes: 'はい',
  accessNo: 'いいえ',
  accessHidden: '非表示',

  'hint-pending': '審査の結果は、決まりしだいここに表示されます。それまでこのページを離れてもかまいません。',
  'hint-provisioning': '承認されました。ゲートウェイをセットアップしています。通常はすぐに完了します。',
  'hint-active': 'アクセスできるようになりました。次は、API を呼び出すための認証情報が必要です。',
  'hint-rejected': '回答を変更して、申請を再送信できます。',
  'hint-revoked': '提供者がアクセス権を取り消しました。呼び出しは拒否されます。',
  'hint-withdrawn': 'この申請は取り下げられました。これ以上の処理は行われません。',
  'hint-error': 'ゲートウェイをセットアップできませんでした。提供者による再試行が必要です。',

  'request-withdraw': '申請を取り下げる',
  'request-update': '編集して再送信',
  'request-approve': '承認',
  'request-reject': '却下',
  'request-revoke': 'アクセス権を取り消す',
  'request-create-credential': '認証情報を作成',
  accessStatusIs: (name: string, state: string) => `${name}：${state}。`,
};
