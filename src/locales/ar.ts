import { isolate } from './isolate.js';
import type { ShippedLocale } from './locale.js';
import { plural } from './plural.js';
import { shipLocale } from './register.js';

// For who translates: the keys and their order are those of the parts in `en/`; what a part is for stands there. A key in
// quotes ends in a word of the marketplace. Values come as text; a `count` is also a number, for `plural`, and is written
// as the language writes numbers. What stands in quotation marks in English is a name that a person gave. What may be in
// Latin letters is isolated; numbers, dates and durations are Arabic already.
//
// Words used throughout: credential = بيانات اعتماد (no singular: count them as عنصر), secret = السر, access request =
// طلب الوصول, application = التطبيق, subscription = الاشتراك, provider = المزوّد, suspend = تعليق, enable = تفعيل, renew =
// تجديد, regenerate = إعادة توليد, share link = رابط المشاركة, gateway = البوابة, API = واجهة API, expose = إتاحة. Buttons are
// verbal nouns; sentences address a person in the masculine singular.

/** Arabic: what elements show at once. */
export const locale: ShippedLocale = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  // common: every element
  retry: 'إعادة المحاولة',
  cancel: 'إلغاء',
  close: 'إغلاق',
  loading: 'جارٍ التحميل…',
  copy: 'نسخ',
  copied: 'تم النسخ',
  unknown: 'غير معروف',
  copyNamed: (label: string) => `نسخ ${isolate(label)}`,
  copiedNamed: (label: string) => `تم النسخ: ${isolate(label)}.`,
  copyFailed: `منع المتصفح النسخ. القيمة محددة: اضغط ${isolate('Ctrl+C')}، أو ${isolate('⌘C')} على Mac.`,
  loadMore: 'تحميل المزيد',
  partFailed: 'تعذّر تحميل هذا الجزء من الصفحة. تحقّق من اتصالك ثم حاول مرة أخرى.',

  'error-network': 'تعذّر الوصول إلى السوق. تحقّق من اتصالك ثم حاول مرة أخرى.',
  'error-timeout': 'استغرق السوق وقتًا طويلًا للرد. حاول مرة أخرى.',
  'error-unauthenticated': 'انتهت جلستك. سجّل الدخول مرة أخرى للمتابعة.',
  'error-token-expired': 'انتهت جلستك. سجّل الدخول مرة أخرى للمتابعة.',
  'error-forbidden': 'لا يُسمح لك بعرض هذا أو تنفيذه. اسأل أحد مسؤولي فريقك.',
  'error-not-found': 'لم يعد هذا موجودًا، أو أنه يخص فريقًا آخر.',
  'error-rate-limited': 'طلبات كثيرة في وقت قصير. انتظر لحظة ثم حاول مرة أخرى.',
  'error-unavailable': 'السوق غير متوفر حاليًا. حاول مرة أخرى بعد قليل.',
  'error-configuration': 'هذه الصفحة غير متصلة بأي سوق. أبلغ القائمين عليها.',
  errorRefused: 'لا يقبل السوق ما تطلبه هذه الصفحة. أبلغ القائمين عليها.',
  errorUnknown: 'حدث خطأ في السوق. لم يتغيّر شيء في هذه الصفحة؛ حاول مرة أخرى.',

  // reasons: why something is not possible now, or was refused. “It” is a credential, a request, an option
  'reason-not-active': 'متاح فقط في الحالة النشطة.',
  'reason-not-inactive': 'متاح فقط في حالة التعليق.',
  'reason-provisioning': 'متاح بعد انتهاء الإعداد على البوابة.',
  'reason-in-transition': 'لا يزال تغيير آخر قيد التنفيذ.',
  'reason-deleting': 'الحذف جارٍ.',
  'reason-expired': 'انتهت الصلاحية.',
  'reason-erased': 'لم يعد السر محفوظًا هنا.',
  'reason-viewed': 'عُرض السر مرة واحدة ولم يعد محفوظًا هنا.',
  'reason-no-access': 'ليس لدى التطبيق وصول موافَق عليه إلى واجهة API هذه.',
  'reason-subscription-not-active': 'لم يعد الاشتراك المرتبط نشطًا.',
  'reason-not-pending': 'متاح فقط أثناء انتظار القرار.',
  'reason-not-rejected': 'متاح فقط بعد الرفض.',
  'reason-role': 'دورك لا يسمح بذلك.',
  'reason-not-approved': 'لم تتم الموافقة بعد.',
  'reason-plan-excludes-resource': 'خطة هذا الاشتراك لا تشمل واجهة API هذه.',
  'reason-other-team': 'يخص فريقًا غير الذي اخترته.',
  'reason-duplicate': 'يوجد بالفعل طلب وصول سارٍ إلى واجهة API هذه.',
  'reason-limit-reached': 'تم بلوغ الحد الأقصى: احذف عنصرًا أولًا.',
  'reason-not-exposed': 'واجهة API هذه غير متاحة.',
  'reason-not-eligible': 'لا تنطبق عليك الشروط.',
  'reason-other-environment': 'يخص بيئة أخرى.',
  'reason-no-application': 'لا يوجد تطبيق لذلك بعد.',
  'reason-unsupported': 'هذا النوع من بيانات الاعتماد لا يدعم ذلك.',
  reasonUnknown: 'غير ممكن حاليًا.',

  'error-state-conflict': 'حدث تغيير في هذه الأثناء، ولذلك لم يعد هذا ممكنًا. ما تراه الآن هو الحالة الحالية.',
  'error-precondition-failed':
    'أجرى شخص آخر تغييرًا في هذه الأثناء. ما تراه الآن هو الحالة الحالية؛ راجعها ثم حاول مرة أخرى.',
  'error-secret-gone': 'لم يعد السر محفوظًا هنا.',
  'error-access-required': 'يتطلب هذا أولًا وصولًا موافَقًا عليه إلى واجهة API.',
  'error-limit-reached': 'تم بلوغ الحد الأقصى لبيانات الاعتماد. احذف ما لم تعد بحاجة إليه.',
  'error-not-exposed': 'واجهة API هذه غير متاحة، ولذلك لا يمكن إنشاء بيانات اعتماد لها.',
  'error-not-eligible': 'لا تنطبق عليك شروط الحصول على بيانات اعتماد هنا.',
  'error-duplicate-access-request': 'لدى هذا التطبيق بالفعل طلب وصول سارٍ إلى واجهة API هذه ضمن هذا الاشتراك.',
  'error-validation-failed': 'لم يُقبل بعض ما أدخلته. صحّحه ثم حاول مرة أخرى.',
  'error-payload-too-large': 'هذا أكثر مما يقبله السوق. اختصر ما أدخلته ثم حاول مرة أخرى.',

  // credential-list
  credentials: 'بيانات الاعتماد',
  credentialCount: (count: number) =>
    plural('ar', count, {
      zero: 'لا عناصر',
      one: 'عنصر واحد',
      two: 'عنصران',
      few: `${count} عناصر`,
      many: `${count} عنصرًا`,
      other: `${count} عنصر`,
    }),
  credentialCountOf: (shown: number, total: number) => `عرض ${shown} من أصل ${total}`,
  credentialName: 'الاسم',
  credentialIdentifier: 'المعرّف',
  credentialStatus: 'الحالة',
  credentialEnvironment: 'البيئة',
  credentialServes: 'تُستخدم مع',
  credentialLastUsed: 'آخر استخدام',
  credentialExpires: 'صالحة حتى',
  credentialActions: 'الإجراءات',
  credentialKindOf: (type: string, application: string) => `${isolate(type)} · ${isolate(application)}`,
  credentialSelect: (name: string) => `تحديد ${isolate(name)}`,
  credentialMenu: (name: string) => `إجراءات ${isolate(name)}`,
  credentialCopy: (label: string, name: string) => `نسخ ${isolate(label)} من ${isolate(name)}`,
  credentialViewSecret: 'عرض السر',
  credentialViewSecretOf: (name: string) => `عرض السر: ${isolate(name)}`,
  credentialNeverUsed: (created: string) => `لم تُستخدم، أُنشئت في ${created}`,
  credentialNoUsage: 'لا بيانات استخدام',
  credentialNoExpiry: 'بلا انتهاء',
  credentialNoIdentifier: 'بعد الإعداد',
  credentialsEmpty: 'لا توجد بيانات اعتماد بعد',
  credentialsEmptyHint: 'تتيح بيانات الاعتماد لتطبيق استدعاء واجهة API. ما تنشئه يظهر هنا.',
  // `when` is relative: “خلال 5 أيام”, “قبل 3 ساعات”
  credentialExpiresIn: (when: string) => `تنتهي ${when}`,
  credentialExpiredAgo: (when: string) => `انتهت ${when}`,

  'state-pending': 'قيد الانتظار',
  'state-active': 'نشطة',
  'state-inactive': 'غير نشطة',
  'state-deleting': 'جارٍ الحذف…',
  'state-expired': 'منتهية الصلاحية',
  'state-error': 'فشل',
  'state-suspending': 'جارٍ التعليق…',
  'state-enabling': 'جارٍ التفعيل…',
  'state-renewing': 'جارٍ التجديد…',
  'state-regenerating': 'جارٍ إعادة التوليد…',
  'state-updating': 'جارٍ التحديث…',
  'state-setting-secret': 'جارٍ تعيين السر…',

  // access-request-list
  requests: 'طلبات الوصول',
  requestCount: (count: number) =>
    plural('ar', count, {
      zero: 'لا طلبات',
      one: 'طلب واحد',
      two: 'طلبان',
      few: `${count} طلبات`,
      many: `${count} طلبًا`,
      other: `${count} طلب`,
    }),
  requestCountOf: (shown: number, total: number) => `عرض ${shown} من أصل ${total}`,
  requestsEmpty: 'لا توجد طلبات وصول بعد',
  requestsEmptyHint: 'عندما تطلب الوصول إلى واجهة API، يمكنك متابعة الطلب هنا.',
  requestsNonePending: 'لا شيء ينتظر قرارًا',
  requestsNonePendingHint: 'تظهر الطلبات الجديدة هنا تلقائيًا.',
  requestFrom: (person: string, team: string) => `${isolate(person)}، ${isolate(team)}`,
  // read in the direction of the reason
  requestReason: (reason: string) => `«${reason}»`,
  // `when` is relative: “قبل 3 ساعات”
  requestSent: (when: string) => `أُرسل ${when}`,
  requestDetails: 'التفاصيل',
  requestDoNamed: (action: string, name: string) => `${action}: ${isolate(name)}`,
  requestNowIs: (name: string, state: string) => `${isolate(name)}: ${state}`,
  'do-approve': 'موافقة',
  'do-reject': 'رفض',
  'do-create-credential': 'إنشاء بيانات اعتماد',
  'do-update': 'تعديل وإعادة إرسال',
  'do-withdraw': 'سحب',
  'do-revoke': 'إلغاء الوصول',

  // access-states: where an access request stands
  'access-pending': 'قيد المراجعة',
  'access-provisioning': 'قيد الإعداد',
  'access-active': 'جاهز',
  'access-rejected': 'مرفوض',
  'access-revoked': 'ملغى',
  'access-withdrawn': 'مسحوب',
  'access-error': 'فشل الإعداد',
  'access-unknown': 'حالة غير معروفة',

  // secret-reveal: before and after a secret is shown
  secretLoading: 'جارٍ تحميل بيانات الاعتماد…',
  secretPending: 'في انتظار الإعداد على البوابة',
  secretPendingHint: 'يستغرق هذا عادةً بضع ثوانٍ. يمكن عرض السر هنا فور توفّره.',
  secretWindow: (left: string, until: string) => `يمكن عرض السر حتى ${until}. الوقت المتبقي: ${left}.`,
  secretAlways: 'يمكن عرض السر في أي وقت.',
  secretOnce: 'يمكن عرض السر مرة واحدة. احفظه عندئذٍ في مكان آمن: لن يُعرض مرة أخرى.',
  secretView: 'عرض السر',
  secretViewAgain: 'عرض السر مرة أخرى',
  secretViewAfter: 'بعد ذلك يُزال من هنا، ويظل صالحًا على البوابة.',
  secretHiddenIdle: 'تم إخفاؤه لعدم حدوث أي نشاط منذ فترة.',
  secretHiddenTab: 'تم إخفاؤه لأنك غادرت علامة التبويب هذه.',
  secretHiddenSession: 'تم إخفاؤه لأن جلستك انتهت. سجّل الدخول مرة أخرى لعرضه.',
  secretHiddenWindow: 'انتهى وقت العرض.',
  secretWindowLeft: (left: string) => `الوقت المتبقي لعرض السر: ${left}.`,
  secretErased: 'لم يعد السر محفوظًا هنا',
  secretErasedSince: (when: string) => `أُزيل في ${when}.`,
  secretErasedHint: 'لا يزال صالحًا على البوابة: من حفظه يمكنه مواصلة استخدامه. إن لم يحفظه أحد، فاحصل على سر جديد.',
  secretViewed: 'عُرض السر ولن يُعرض مرة أخرى',
  secretViewedHint: 'إنه صالح على البوابة: من حفظه يمكنه مواصلة استخدامه. إن لم يحفظه أحد، فاحصل على سر جديد.',
  secretLost: 'فُقد الرد الذي يحمل السر في طريقه إلى هنا. اطلبه مرة أخرى الآن: هذا ممكن لفترة قصيرة.',
  secretChanging: 'في انتظار تنفيذ التغيير على البوابة',
  secretSet: 'تم تعيين سر',
  secretSetHint: 'لا يمكن قراءته هنا. من لديه رابط المشاركة يمكنه استبداله.',
  secretNotSet: 'لم يُعيَّن سر بعد',
  secretNotSetHint: 'أنشئ رابط مشاركة: من تعطيه إياه يعيّن السر في الصفحة التي يفتحها.',
  secretRenew: 'تجديد بيانات الاعتماد',
  secretRegenerate: 'إعادة توليد بيانات الاعتماد',
  secretReplace: 'إنشاء بيانات اعتماد أخرى',
  secretNone: 'ليس لبيانات الاعتماد هذه سر.',
  secretGone: 'لم تعد بيانات الاعتماد هذه موجودة، أو أنها تخص فريقًا آخر.',
  secretSnippet: 'كيفية استدعاء واجهة API باستخدامه',
};

shipLocale(locale, () => Promise.all([import('./ar/lists.js'), import('./ar/forms.js'), import('./ar/actions.js')]));
