import type { ShippedLocale } from './locale.js';
import { plural } from './plural.js';
import { shipLocale } from './register.js';

// For who translates: the keys and their order are those of the parts in `en/`; what a part is for stands there. A key in
// quotes ends in a word of the marketplace. Values come as text; a `count` is also a number, for `plural`, and is written
// as the language writes numbers: `one` is 0 and 1, `many` is whole millions. What stands in quotation marks in English is
// a name that a person gave.
//
// Words used throughout: credential = credencial, identifier = identificador, secret = segredo, access request =
// solicitação de acesso, application = aplicação, subscription = assinatura, plan = plano, provider = provedor, gateway =
// gateway, marketplace = marketplace, suspend = suspender, enable = reativar, renew = renovar, regenerate = gerar
// novamente, share link = link de compartilhamento, set up = configurar. People are addressed as você; buttons are
// infinitives. What “it” may be is feminine throughout: credencial, solicitação, aplicação, assinatura.

/** Brazilian Portuguese: what elements show at once. */
export const locale: ShippedLocale = {
  $code: 'pt-BR',
  $name: 'Português (Brasil)',
  $dir: 'ltr',

  // common: every element
  retry: 'Tentar novamente',
  loading: 'Carregando…',
  unknown: 'Desconhecido',
  partFailed: 'Não foi possível carregar esta parte da página. Verifique sua conexão e tente novamente.',
  cancel: 'Cancelar',
  close: 'Fechar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyNamed: (label: string) => `Copiar ${label}`,
  copiedNamed: (label: string) => `Copiado: ${label}.`,
  copyFailed: 'O navegador bloqueou a cópia. O valor está selecionado: pressione Ctrl+C, ou ⌘C no Mac.',
  loadMore: 'Carregar mais',

  'error-network': 'Não foi possível acessar o marketplace. Verifique sua conexão e tente novamente.',
  'error-timeout': 'O marketplace demorou demais para responder. Tente novamente.',
  'error-unauthenticated': 'Sua sessão terminou. Entre novamente para continuar.',
  'error-token-expired': 'Sua sessão terminou. Entre novamente para continuar.',
  'error-forbidden': 'Você não tem permissão para ver ou fazer isso. Fale com um administrador da sua equipe.',
  'error-not-found': 'Isso não existe mais ou pertence a outra equipe.',
  'error-rate-limited': 'Muitas requisições em pouco tempo. Aguarde um momento e tente novamente.',
  'error-unavailable': 'O marketplace não está disponível agora. Tente novamente em instantes.',
  'error-configuration': 'Esta página não está conectada a nenhum marketplace. Avise quem a administra.',
  errorRefused: 'O marketplace não aceita o que esta página pede. Avise quem administra a página.',
  errorUnknown: 'Algo deu errado no marketplace. Nada foi alterado nesta página; tente novamente.',

  // reasons: why something is not possible now, or was refused. “It” is a credential, a request, an option
  'reason-not-active': 'Só é possível enquanto está ativa.',
  'reason-not-inactive': 'Só é possível enquanto está suspensa.',
  'reason-provisioning': 'Será possível quando o gateway concluir a configuração.',
  'reason-in-transition': 'Outra alteração ainda está em andamento.',
  'reason-deleting': 'Está sendo excluída.',
  'reason-expired': 'Já expirou.',
  'reason-erased': 'O segredo não está mais armazenado aqui.',
  'reason-viewed': 'O segredo foi exibido uma vez e não está mais armazenado aqui.',
  'reason-no-access': 'A aplicação não tem acesso aprovado a esta API.',
  'reason-subscription-not-active': 'A assinatura correspondente não está mais ativa.',
  'reason-not-pending': 'Só é possível enquanto aguarda uma decisão.',
  'reason-not-rejected': 'Só é possível após uma recusa.',
  'reason-role': 'Sua função não permite isso.',
  'reason-not-approved': 'Ainda não foi aprovada.',
  'reason-plan-excludes-resource': 'O plano desta assinatura não inclui esta API.',
  'reason-other-team': 'Pertence a uma equipe diferente da que você escolheu.',
  'reason-duplicate': 'Já tem uma solicitação de acesso em andamento para esta API.',
  'reason-limit-reached': 'O número máximo foi atingido: exclua um item primeiro.',
  'reason-not-exposed': 'Esta API não está exposta.',
  'reason-not-eligible': 'Você não atende aos requisitos.',
  'reason-other-environment': 'Pertence a outro ambiente.',
  'reason-no-application': 'Ainda não há nenhuma aplicação para isso.',
  'reason-unsupported': 'Este tipo de credencial não permite isso.',
  reasonUnknown: 'Não é possível agora.',

  'error-state-conflict':
    'Houve uma mudança nesse meio-tempo, e isso não é mais possível. Você vê agora o estado atual.',
  'error-precondition-failed':
    'Alguém fez uma alteração nesse meio-tempo. Você vê agora o estado atual; confira e tente novamente.',
  'error-secret-gone': 'O segredo não está mais armazenado aqui.',
  'error-access-required': 'Antes é preciso ter acesso aprovado à API.',
  'error-limit-reached': 'O número máximo de credenciais foi atingido. Exclua uma que não seja mais necessária.',
  'error-not-exposed': 'Esta API não está exposta, então não é possível criar credenciais para ela.',
  'error-not-eligible': 'Você não atende aos requisitos para ter credenciais aqui.',
  'error-duplicate-access-request':
    'Com esta assinatura, esta aplicação já tem uma solicitação de acesso em andamento para esta API.',
  'error-validation-failed': 'Parte das informações não foi aceita. Corrija e tente novamente.',
  'error-payload-too-large': 'Isso é mais do que o marketplace aceita. Encurte o que você informou e tente novamente.',

  // credential-list
  credentials: 'Credenciais',
  credentialCount: (count: number) =>
    plural('pt-BR', count, {
      one: `${count} credencial`,
      many: `${count} de credenciais`,
      other: `${count} credenciais`,
    }),
  credentialCountOf: (shown: number, total: number) => `${shown} de ${total} credenciais`,
  credentialName: 'Nome',
  credentialKindOf: (type: string, application: string) => `${type} · ${application}`,
  credentialIdentifier: 'Identificador',
  credentialStatus: 'Status',
  credentialEnvironment: 'Ambiente',
  credentialServes: 'Usada para',
  credentialLastUsed: 'Último uso',
  credentialExpires: 'Expiração',
  credentialActions: 'Ações',
  credentialMenu: (name: string) => `Ações para ${name}`,
  credentialCopy: (label: string, name: string) => `Copiar ${label} de ${name}`,
  credentialSelect: (name: string) => `Selecionar ${name}`,
  credentialViewSecret: 'Ver segredo',
  credentialViewSecretOf: (name: string) => `Ver segredo de ${name}`,
  credentialNeverUsed: (created: string) => `Sem uso desde ${created}`,
  credentialNoUsage: 'Sem dados de uso',
  credentialNoExpiry: 'Nunca',
  credentialNoIdentifier: 'Após a configuração',
  credentialsEmpty: 'Nenhuma credencial ainda',
  credentialsEmptyHint: 'Uma credencial permite que uma aplicação chame uma API. As que você criar aparecerão aqui.',
  // `when` is relative: “em 5 dias”, “há 3 horas”
  credentialExpiresIn: (when: string) => `Expira ${when}`,
  credentialExpiredAgo: (when: string) => `Expirou ${when}`,

  'state-pending': 'Pendente',
  'state-active': 'Ativa',
  'state-inactive': 'Inativa',
  'state-deleting': 'Excluindo…',
  'state-expired': 'Expirada',
  'state-error': 'Falhou',
  'state-suspending': 'Suspendendo…',
  'state-enabling': 'Reativando…',
  'state-renewing': 'Renovando…',
  'state-regenerating': 'Gerando novamente…',
  'state-updating': 'Atualizando…',
  'state-setting-secret': 'Definindo segredo…',

  // access-request-list
  requests: 'Solicitações de acesso',
  requestCount: (count: number) =>
    plural('pt-BR', count, {
      one: `${count} solicitação`,
      many: `${count} de solicitações`,
      other: `${count} solicitações`,
    }),
  requestCountOf: (shown: number, total: number) => `${shown} de ${total} solicitações`,
  requestsEmpty: 'Nenhuma solicitação de acesso ainda',
  requestsEmptyHint: 'Quando você solicitar acesso a uma API, poderá acompanhar a solicitação aqui.',
  requestsNonePending: 'Nada aguarda uma decisão',
  requestsNonePendingHint: 'Novas solicitações aparecem aqui automaticamente.',
  requestFrom: (person: string, team: string) => `${person}, ${team}`,
  // `when` is relative: “há 3 horas”
  requestSent: (when: string) => `Enviada ${when}`,
  requestReason: (reason: string) => `“${reason}”`,
  requestDetails: 'Detalhes',
  requestDoNamed: (action: string, name: string) => `${action}: ${name}`,
  requestNowIs: (name: string, state: string) => `${name}: ${state}`,
  'do-approve': 'Aprovar',
  'do-reject': 'Recusar',
  'do-create-credential': 'Criar credencial',
  'do-update': 'Editar e reenviar',
  'do-withdraw': 'Retirar',
  'do-revoke': 'Revogar acesso',

  // access-states: where an access request stands
  'access-pending': 'Em análise',
  'access-provisioning': 'Em configuração',
  'access-active': 'Pronta',
  'access-rejected': 'Recusada',
  'access-revoked': 'Revogada',
  'access-withdrawn': 'Retirada',
  'access-error': 'Falha na configuração',
  'access-unknown': 'Estado desconhecido',

  // secret-reveal: before and after a secret is shown
  secretLoading: 'Carregando a credencial…',
  secretPending: 'Aguardando a configuração pelo gateway',
  secretPendingHint:
    'Isso costuma levar alguns segundos. O segredo poderá ser visto aqui assim que estiver disponível.',
  secretWindow: (left: string, until: string) => `O segredo pode ser visto por mais ${left}, até ${until}.`,
  secretAlways: 'O segredo pode ser visto a qualquer momento.',
  secretOnce: 'O segredo só pode ser visto uma vez. Guarde-o então em um lugar seguro: ele não será exibido novamente.',
  secretView: 'Ver segredo',
  secretViewAgain: 'Ver segredo novamente',
  secretViewAfter: 'Depois ele é apagado daqui, mas continua funcionando no gateway.',
  secretHiddenIdle: 'Ele foi ocultado por inatividade.',
  secretHiddenTab: 'Ele foi ocultado porque você saiu desta aba.',
  secretHiddenSession: 'Ele foi ocultado porque sua sessão terminou. Entre novamente para vê-lo.',
  secretHiddenWindow: 'O prazo para vê-lo terminou.',
  secretWindowLeft: (left: string) => `Tempo restante para ver o segredo: ${left}.`,
  secretErased: 'O segredo não está mais armazenado aqui',
  secretErasedSince: (when: string) => `Ele foi apagado em ${when}.`,
  secretErasedHint:
    'Ele continua funcionando no gateway: quem o guardou pode continuar a usá-lo. Se ninguém o guardou, obtenha um novo.',
  secretViewed: 'O segredo já foi visto e não será exibido novamente',
  secretViewedHint:
    'Ele funciona no gateway: quem o guardou pode continuar a usá-lo. Se ninguém o guardou, obtenha um novo.',
  secretLost:
    'A resposta com o segredo se perdeu no caminho. Peça-a novamente agora: isso só é possível por um momento.',
  secretChanging: 'Aguardando o gateway aplicar a alteração',
  secretSet: 'Há um segredo definido',
  secretSetHint: 'Ele não pode ser lido aqui. Quem tem o link de compartilhamento pode substituí-lo.',
  secretNotSet: 'Nenhum segredo definido ainda',
  secretNotSetHint: 'Crie um link de compartilhamento: a pessoa que o receber define o segredo na página desse link.',
  secretSnippet: 'Como chamar a API com ele',
  secretRenew: 'Renovar credencial',
  secretRegenerate: 'Gerar credencial novamente',
  secretReplace: 'Criar outra credencial',
  secretNone: 'Esta credencial não tem segredo.',
  secretGone: 'Esta credencial não existe mais ou pertence a outra equipe.',
};

shipLocale(locale, () =>
  Promise.all([import('./pt-BR/lists.js'), import('./pt-BR/forms.js'), import('./pt-BR/actions.js')]),
);
