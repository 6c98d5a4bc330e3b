import { isolate } from '../isolate.js';
import type { ListMessages } from '../locale.js';
import { plural } from '../plural.js';

/** “تعليق 3 عناصر”: what English calls credentials, counted after a noun. */
const entries = (count: number): string =>
  plural('ar', count, {
    zero: `${count} عنصر`,
    one: 'عنصر واحد',
    two: 'عنصرين',
    few: `${count} عناصر`,
    many: `${count} عنصرًا`,
    other: `${count} عنصر`,
  });

/** “تم الإنشاء بواسطة Grace Hopper”, or without a name. */
const by = (what: string, who?: string, otherwise = what): string =>
  who ? `${what} بواسطة ${isolate(who)}` : otherwise;

/** Arabic: what is said around a list, once it is there. See `../ar.ts` for the words used. */
export const messages: ListMessages = {
  // credential-blocked: why no credential can be created
  cannotCreate: 'لا يمكن إنشاء بيانات اعتماد حاليًا',
  'cannot-role': 'دورك لا يشمل بيانات الاعتماد',
  'cannot-role-hint': 'اطلب من أحد المسؤولين منحك دورًا يتيح إدارة بيانات الاعتماد.',
  'cannot-not-eligible': 'لا يمكنك الحصول على بيانات اعتماد هنا بعد',
  'cannot-not-eligible-hint': 'لا تنطبق الشروط على حسابك.',
  'cannot-not-exposed': 'واجهة API هذه غير متاحة',
  'cannot-not-exposed-hint': 'يمكن إنشاء بيانات اعتماد لها فور إتاحتها، وعندئذٍ فقط تصل إليها الاستدعاءات.',
  'cannot-limit-reached': 'تم بلوغ الحد الأقصى',
  'cannot-limit-reached-hint': 'احذف بيانات اعتماد لم تعد بحاجة إليها: هذا يفسح المجال لغيرها.',
  'cannot-environment-required': 'اختر بيئة',
  'cannot-environment-required-hint': 'لكل بيئة بيانات اعتماد خاصة بها.',
  'cannot-no-application': 'لا يوجد تطبيق بعد',
  'cannot-no-application-hint': 'تخص بيانات الاعتماد تطبيقًا. أنشئ تطبيقًا أولًا.',
  'cannot-no-access': 'لا يوجد وصول بعد',
  'cannot-no-access-hint': 'لا يوجد وصول موافَق عليه إلى أي واجهة API. اطلب الوصول أولًا.',
  learnMore: 'مزيد من المعلومات',
  limitUsed: (used: number, most: number) => `${used} من ${most} قيد الاستخدام`,

  // credential-notes: what a row says beyond its columns
  credentialRetryOf: (name: string) => `إعادة المحاولة: إعداد ${isolate(name)}`,
  grantLine: (api: string, permission: string, scope: string) =>
    `${isolate(api)}: ${isolate(permission)} · ${isolate(scope)}`,
  'scope-organization': (count: number) =>
    plural('ar', count, {
      zero: 'لا مؤسسات',
      one: 'مؤسسة واحدة',
      two: 'مؤسستان',
      few: `${count} مؤسسات`,
      many: `${count} مؤسسة`,
      other: `${count} مؤسسة`,
    }),
  'scope-account': (count: number) =>
    plural('ar', count, {
      zero: 'لا حسابات',
      one: 'حساب واحد',
      two: 'حسابان',
      few: `${count} حسابات`,
      many: `${count} حسابًا`,
      other: `${count} حساب`,
    }),
  'scope-workspace': (count: number) =>
    plural('ar', count, {
      zero: 'لا مساحات عمل',
      one: 'مساحة عمل واحدة',
      two: 'مساحتا عمل',
      few: `${count} مساحات عمل`,
      many: `${count} مساحة عمل`,
      other: `${count} مساحة عمل`,
    }),
  'scope-unknown': (count: number) =>
    plural('ar', count, {
      zero: 'لا نطاقات',
      one: 'نطاق واحد',
      two: 'نطاقان',
      few: `${count} نطاقات`,
      many: `${count} نطاقًا`,
      other: `${count} نطاق`,
    }),
  noteOverlap: (until: string, left: string) => `السر القديم صالح حتى ${until}، المتبقي ${left}`,
  noteShared: (until: string) => `رابط المشاركة صالح حتى ${until}`,
  noteNoSecret: 'لم يُعيَّن سر بعد',
  noteSecretSet: 'تم تعيين السر',

  // credential-offer
  limitUsedOf: (type: string, used: number, most: number) => `${isolate(type)}: ${used} من ${most} قيد الاستخدام`,
  offerEnvironment: 'البيئة',
  offerCreate: 'إنشاء بيانات اعتماد',

  // credential-panels
  panelHeading: 'عرض السر',
  panelCreate: 'إنشاء بيانات اعتماد',
  panelEdit: 'تعديل بيانات الاعتماد',

  // credential-rows
  credentialNowIs: (name: string, state: string) => `${isolate(name)}: ${state}`,
  credentialDeleted: (name: string) => `تم حذف ${isolate(name)}.`,
  'quick-renew': (name: string) => `تجديد ${isolate(name)}`,
  'quick-suspend': (name: string) => `تعليق ${isolate(name)}`,
  'quick-enable': (name: string) => `تفعيل ${isolate(name)}`,
  'quick-remove': (name: string) => `حذف ${isolate(name)}`,

  // credential-filters
  credentialFilters: 'عوامل التصفية',
  'facet-state': 'الحالة',
  'facet-typeId': 'النوع',
  'facet-resourceId': 'واجهة API',
  'facet-applicationId': 'التطبيق',
  facetChosen: (facet: string, values: string) => `${facet}: ${isolate(values)}`,
  facetChosenMany: (facet: string, count: number) => `${facet}: تم تحديد ${count}`,
  facetAll: 'الكل',
  facetValue: (value: string, count: number) => `${isolate(value)} (${count})`,
  'risk-expiring': 'تنتهي خلال 30 يومًا',
  'risk-expired': 'منتهية الصلاحية',
  'risk-unused': 'لم تُستخدم قط',
  'risk-inactive': 'غير نشطة',
  filtersClear: 'مسح عوامل التصفية',
  credentialSearch: 'البحث في بيانات الاعتماد',
  credentialsNoMatch: (query: string) => `لا توجد بيانات اعتماد تطابق «${isolate(query)}»`,
  credentialsFilteredOut: 'لا توجد بيانات اعتماد تطابق عوامل التصفية',
  credentialsShowAll: 'عرض كل بيانات الاعتماد',
  pagesLabel: 'الصفحات',
  pagePrevious: 'الصفحة السابقة',
  pageNext: 'الصفحة التالية',
  pageNumber: (page: number) => `الصفحة ${page}`,
  // `counted` is “12 عنصرًا”
  pageOf: (page: number, counted: string) => `الصفحة ${page}، الإجمالي ${counted}`,

  // credential-history: `who` is a person, and empty where nobody is named
  historyHeading: (name: string) => `سجل «${isolate(name)}»`,
  historyLabel: 'ما حدث، الأقدم أولًا',
  historyEmpty: 'لم يُسجَّل شيء بعد.',
  historyShown: (count: number) =>
    plural('ar', count, {
      zero: 'لا أحداث',
      one: 'حدث واحد',
      two: 'حدثان',
      few: `${count} أحداث`,
      many: `${count} حدثًا`,
      other: `${count} حدث`,
    }),
  'history-created': (who?: string) => by('تم الإنشاء', who),
  'history-provisioned': (who?: string) => by('تم الإعداد', who, 'تم الإعداد على البوابة'),
  'history-ready': () => 'جاهزة للاستخدام',
  'history-failed': (who?: string) => by('تم رفض الإعداد', who, 'فشل الإعداد'),
  'history-retried': (who?: string) => by('بدأت محاولة أخرى', who),
  'history-updated': (who?: string) => by('تم التعديل', who),
  'history-suspended': (who?: string) => by('تم التعليق', who, 'تم التعليق من السوق'),
  'history-enabled': (who?: string) => by('تم التفعيل', who, 'تم التفعيل من السوق'),
  'history-renewed': (who?: string) => by('تم التجديد', who),
  'history-regenerated': (who?: string) => by('تمت إعادة التوليد', who),
  'history-revealed': (who?: string) => by('تم عرض السر', who),
  'history-erased': () => 'أُزيل السر من السوق، ويظل صالحًا على البوابة',
  'history-expired': () => 'انتهت الصلاحية',
  'history-shared': (who?: string) => by('تم إنشاء رابط المشاركة', who),
  'history-unshared': (who?: string) => by('تم إيقاف المشاركة', who),
  'history-secret-set': (who?: string) => by('تم تعيين السر', who, 'تم تعيين السر عبر رابط المشاركة'),
  'history-deleting': (who?: string) => by('بدأ الحذف', who),
  'history-deleted': (who?: string) => by('تم الحذف', who, 'تمت الإزالة من البوابة والحذف'),
  'history-unknown': (who?: string) => by('تم التغيير', who),
  historyReason: (reason: string) => `السبب: ${isolate(reason)}`,
  historyChange: (field: string, from: string, to: string) => `${field}: من «${isolate(from)}» إلى «${isolate(to)}»`,
  historySet: (field: string, to: string) => `${field}: «${isolate(to)}»`,
  historyUnset: (field: string, from: string) => `${field}: لم يعد «${isolate(from)}»`,
  'historyField-name': 'الاسم',
  'historyField-grants': 'ما يُسمح به',
  'historyField-resources': 'واجهات API',

  // credential-selection: of several at once
  selectAll: 'تحديد كل المعروض',
  selectedLabel: 'بيانات الاعتماد المحددة',
  selectedCount: (count: number) => `تم تحديد ${count}`,
  selectClear: 'إلغاء التحديد',
  'batch-suspend': 'تعليق',
  'batch-enable': 'تفعيل',
  'batch-retry': 'إعادة المحاولة',
  'batch-remove': 'حذف',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}: غير ممكن في ${count} من أصل ${total}. ${reason}`,
  'batchHeading-suspend': (count: number) => `تعليق ${entries(count)}؟`,
  'batchHeading-enable': (count: number) => `تفعيل ${entries(count)}؟`,
  'batchHeading-retry': (count: number) => `إعادة محاولة إعداد ${entries(count)}؟`,
  'batchHeading-remove': (count: number) => `حذف ${entries(count)}؟`,
  'batchConfirm-suspend': (count: number) => `تعليق ${entries(count)}`,
  'batchConfirm-enable': (count: number) => `تفعيل ${entries(count)}`,
  'batchConfirm-retry': (count: number) => `إعادة المحاولة مع ${entries(count)}`,
  'batchConfirm-remove': (count: number) => `حذف ${entries(count)}`,
  'batchBody-suspend': 'سترفض البوابة الاستدعاءات التي تستخدمها إلى أن تفعّلها من جديد. تبقى الأسرار كما هي.',
  'batchBody-enable': 'ستقبل البوابة الاستدعاءات التي تستخدمها من جديد.',
  'batchBody-retry': 'يُطلب من البوابة إعدادها مرة أخرى.',
  'batchBody-remove': 'لا يمكن التراجع عن هذا. سترفض البوابة نهائيًا الاستدعاءات التي تستخدمها.',
  batchUsed: (count: number) => {
    const several = `استُخدم ${count} منها خلال آخر 7 أيام: سيتوقف عن العمل كل ما لا يزال يستخدمها.`;
    return plural('ar', count, {
      zero: 'لم يُستخدم أي منها خلال آخر 7 أيام.',
      one: 'استُخدم عنصر واحد منها خلال آخر 7 أيام: سيتوقف عن العمل كل ما لا يزال يستخدمه.',
      two: 'استُخدم عنصران منها خلال آخر 7 أيام: سيتوقف عن العمل كل ما لا يزال يستخدمهما.',
      few: several,
      many: several,
      other: several,
    });
  },
  // is typed to confirm
  batchTyped: (count: number) => `حذف ${count}`,
  batchSessions: 'تظل رموز الجلسات الصادرة لها من قبل صالحة إلى أن تنتهي.',
  batchOthers: (count: number) => `و${count} غيرها`,
  'batchDone-suspend': (count: number) => `جارٍ تعليق ${entries(count)}.`,
  'batchDone-enable': (count: number) => `جارٍ تفعيل ${entries(count)}.`,
  'batchDone-retry': (count: number) => `جارٍ إعادة المحاولة مع ${entries(count)}.`,
  'batchDone-remove': (count: number) => `جارٍ حذف ${entries(count)}.`,
  batchFailed: (failed: number, total: number) => `لم ينجح ذلك مع ${failed} من أصل ${entries(total)}. لا تزال محددة.`,
  batchProblem: (name: string, problem: string) => `${isolate(name)}: ${problem}`,
  batchRetry: 'إعادة محاولة ما فشل',
  batchDismiss: 'إخفاء',

  // exposure-gate: the switch of an API that takes keys and calls only while it is exposed
  gateOf: (api: string) => `إتاحة ${isolate(api)}`,
  gateOpen: 'متاحة',
  gateClosed: 'غير متاحة',
  gateOpenHelp: 'يمكن إنشاء مفاتيح لها، وتصل إليها الاستدعاءات التي تحمل مفتاحًا.',
  gateClosedHelp: 'لا يمكن إنشاء مفتاح لها، ولا يصل إليها أي استدعاء.',
  gateAsk: 'اسأل شخصًا يسمح له دوره بتغيير ذلك.',
  'gate-expose': (api: string) => `إتاحة ${isolate(api)}؟`,
  'gate-expose-body': 'سيصبح من الممكن إنشاء مفاتيح لها، وستصل إليها الاستدعاءات التي تحمل مفتاحًا.',
  'gate-expose-label': 'إتاحة',
  'gate-unexpose': (api: string) => `إيقاف إتاحة ${isolate(api)}؟`,
  'gate-unexpose-body':
    'من الآن فصاعدًا يُرفض كل استدعاء لها، بأي مفتاح كان، ولا يمكن إنشاء مفاتيح. تبقى المفاتيح الحالية: تعمل من جديد متى أُتيحت الواجهة.',
  'gate-unexpose-label': 'إيقاف الإتاحة',
  gateNowOpen: (api: string) => `أصبحت ${isolate(api)} متاحة.`,
  gateNowClosed: (api: string) => `لم تعد ${isolate(api)} متاحة.`,

  // access-request-filters
  requestSearch: 'البحث في طلبات الوصول',
  requestFilters: 'عوامل التصفية',
  requestFilterResource: 'واجهة API',
  requestFilterApplication: 'التطبيق',
  requestFilterAll: 'الكل',
  requestFilterValue: (value: string, count: number) => `${isolate(value)} (${count})`,
  requestFiltersClear: 'مسح عوامل التصفية',
  requestsNoMatch: (query: string) => `لا يوجد طلب يطابق «${isolate(query)}»`,
  requestsFilteredOut: 'لا يوجد طلب يطابق عوامل التصفية',
  requestsShowAll: 'عرض كل الطلبات',

  // list-filters
  viewRefused: 'لا يمكن عرض القائمة بعوامل التصفية هذه.',
};
