/** The languages of the elements; English first. The portal's own pages are in English, but for the words in here. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'fr', name: 'Français' },
  { code: 'es', name: 'Español' },
  { code: 'pt-BR', name: 'Português (Brasil)' },
  { code: 'ja', name: '日本語' },
  { code: 'zh-CN', name: '简体中文' },
  { code: 'ar', name: 'العربية' },
];

/** The words of the header, in the order of the languages above. */
const words = {
  products: ['Products', 'Produkte', 'Produits', 'Productos', 'Produtos', '製品', '产品', 'المنتجات'],
  applications: [
    'Applications',
    'Anwendungen',
    'Applications',
    'Aplicaciones',
    'Aplicativos',
    'アプリ',
    '应用',
    'التطبيقات',
  ],
  credentials: [
    'Credentials',
    'Zugangsdaten',
    'Identifiants',
    'Credenciales',
    'Credenciais',
    '認証情報',
    '凭据',
    'بيانات الاعتماد',
  ],
  requests: ['Requests', 'Anfragen', 'Demandes', 'Solicitudes', 'Solicitações', '申請', '申请', 'الطلبات'],
  apiKeys: [
    'API keys',
    'API-Schlüssel',
    'Clés API',
    'Claves de API',
    'Chaves de API',
    'APIキー',
    'API 密钥',
    'مفاتيح API',
  ],
  apiCredentials: [
    'API credentials',
    'API-Zugangsdaten',
    'Identifiants API',
    'Credenciales de API',
    'Credenciais de API',
    'API認証情報',
    'API 凭据',
    'بيانات اعتماد API',
  ],
  accessKeys: [
    'Access keys',
    'Zugriffsschlüssel',
    'Clés d’accès',
    'Claves de acceso',
    'Chaves de acesso',
    'アクセスキー',
    '访问密钥',
    'مفاتيح الوصول',
  ],
  desk: [
    'Provider desk',
    'Anbieterpult',
    'Bureau du fournisseur',
    'Mesa del proveedor',
    'Mesa do provedor',
    '提供者デスク',
    '提供方工作台',
    'مكتب المزوّد',
  ],
  settings: ['Settings', 'Einstellungen', 'Paramètres', 'Ajustes', 'Configurações', '設定', '设置', 'الإعدادات'],
  main: ['Main', 'Hauptnavigation', 'Navigation principale', 'Principal', 'Principal', 'メイン', '主导航', 'الرئيسية'],
  home: ['home', 'Startseite', 'accueil', 'inicio', 'início', 'ホーム', '首页', 'الصفحة الرئيسية'],
  marketplace: [
    'Marketplace',
    'Marktplatz',
    'Place de marché',
    'Mercado',
    'Mercado',
    'マーケットプレイス',
    '市场',
    'السوق',
  ],
  marketplaces: [
    'Marketplaces',
    'Marktplätze',
    'Places de marché',
    'Mercados',
    'Mercados',
    'マーケットプレイス一覧',
    '市场列表',
    'الأسواق',
  ],
  language: ['Language', 'Sprache', 'Langue', 'Idioma', 'Idioma', '言語', '语言', 'اللغة'],
  theme: ['Theme', 'Farbschema', 'Thème', 'Tema', 'Tema', 'テーマ', '主题', 'المظهر'],
  system: ['System', 'System', 'Système', 'Sistema', 'Sistema', 'システム', '系统', 'النظام'],
  light: ['Light', 'Hell', 'Clair', 'Claro', 'Claro', 'ライト', '浅色', 'فاتح'],
  dark: ['Dark', 'Dunkel', 'Sombre', 'Oscuro', 'Escuro', 'ダーク', '深色', 'داكن'],
  signOut: [
    'Sign out',
    'Abmelden',
    'Se déconnecter',
    'Cerrar sesión',
    'Sair',
    'サインアウト',
    '退出登录',
    'تسجيل الخروج',
  ],
};

/** The language that was chosen. */
export const language = () => document.documentElement.lang;

/** A word of the header in that language. */
export const word = (key) =>
  words[key][
    Math.max(
      0,
      languages.findIndex(({ code }) => code === language()),
    )
  ];

/** Has everything on the page speak a language, and keeps that for the next visit. */
export function chooseLanguage(code) {
  const { documentElement } = document;
  if (code === 'en') localStorage.removeItem('language');
  else localStorage.setItem('language', code);
  documentElement.lang = code;
  documentElement.dir = code === 'ar' ? 'rtl' : 'ltr';
}
