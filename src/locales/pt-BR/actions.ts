import type { ActionMessages } from '../locale.js';

/** Brazilian Portuguese: menus, dialogs and secrets. See `../pt-BR.ts` for the words used. */
export const messages: ActionMessages = {
  // dialog
  typeToConfirm: (name: string) => `Para confirmar, digite “${name}”`,
  typedDiffers: (name: string) => `Digite “${name}” exatamente como está escrito.`,

  // credential-actions: menu and confirmations
  'action-reveal': 'Ver segredo',
  'action-update': 'Editar credencial',
  'action-renew': 'Renovar credencial',
  'action-regenerate': 'Gerar credencial novamente',
  'action-suspend': 'Suspender credencial',
  'action-enable': 'Reativar credencial',
  'action-retry': 'Tentar novamente',
  'action-share': 'Criar link de compartilhamento',
  'action-unshare': 'Parar de compartilhar',
  'action-provision': 'Configurar',
  'action-fail': 'Recusar configuração',
  'action-history': 'Histórico',
  'action-remove': 'Excluir credencial',
  credentialNoActions: 'Nenhuma ação disponível agora.',

  suspendHeading: (name: string) => `Suspender “${name}”?`,
  suspendBody:
    'O gateway recusará as chamadas feitas com esta credencial até que você a reative. O segredo continua o mesmo.',
  enableHeading: (name: string) => `Reativar “${name}”?`,
  enableBody: 'O gateway voltará a aceitar as chamadas feitas com esta credencial.',

  renewHeading: (name: string) => `Renovar “${name}”?`,
  renewBody: 'Você recebe um novo segredo. Os identificadores continuam os mesmos.',
  renewNewEnd: (until: string) => `O novo segredo funciona até ${until}.`,
  renewNewOpen: 'O novo segredo funciona sem prazo de validade.',
  renewAgain: (until: string) =>
    `O segredo anterior à última renovação, que ainda funciona até ${until}, deixa de funcionar imediatamente.`,
  renewOverlap: 'Por quanto tempo o segredo anterior deve continuar funcionando?',
  renewNow: 'Encerrar imediatamente',
  renewNowEnd: 'Ele deixa de funcionar assim que o novo existir.',
  renewOldEnd: (until: string) => `O segredo anterior funciona até ${until}.`,

  regenerateHeading: (name: string) => `Gerar “${name}” novamente?`,
  regenerateBody:
    'Você recebe novos identificadores e um novo segredo. Os anteriores deixam de funcionar imediatamente: nenhum token de sessão é mais emitido para eles.',
  sessionsOpen: 'Os tokens de sessão já emitidos continuam funcionando até expirarem.',
  sessionsUntil: (until: string, left: string) =>
    `Os tokens de sessão já emitidos continuam funcionando até ${until}, por mais ${left} no máximo.`,

  unshareHeading: (name: string) => `Parar de compartilhar “${name}”?`,
  unshareBody: 'O link de compartilhamento deixa de funcionar imediatamente. Um segredo definido por ele é mantido.',
  shareHeading: (name: string) => `Compartilhar “${name}”?`,
  shareBody:
    'Você recebe um link. Quem o tiver pode definir ou substituir o segredo desta credencial até o link expirar, e nada mais.',
  shareAgain: 'O link criado antes deixa de funcionar.',
  shareLifetime: 'Por quanto tempo ele deve funcionar?',
  shareUntil: (until: string) => `Até ${until}.`,
  shareMake: 'Criar link',
  shareLinkHeading: (name: string) => `Link de compartilhamento de “${name}”`,
  shareLinkBody: (until: string) => `Funciona até ${until}. Ele só é exibido agora: se for perdido, crie outro.`,
  shareLink: 'Link',
  shareCopy: 'Copiar link e fechar',

  provisionHeading: (name: string) => `Configurar “${name}”?`,
  provisionBody: 'O gateway a configura, e ela fica ativa. Quem a pediu poderá então usá-la.',
  failHeading: (name: string) => `Recusar a configuração de “${name}”?`,
  failBody: 'Quem a pediu vê o motivo e pode pedir novamente.',
  failReason: 'Motivo',
  failReasonHelp: 'Visível para a equipe.',
  failReasonMissing: 'Diga por que não é possível configurá-la.',

  cardType: 'Tipo',
  cardEnvironment: 'Ambiente',
  cardApplication: 'Aplicação',
  cardResources: 'Usada para',
  removeHeading: (name: string) => `Excluir “${name}”?`,
  removeBody: 'Isso não pode ser desfeito. O gateway recusará definitivamente as chamadas feitas com esta credencial.',
  removeUnused: 'Ela nunca foi usada.',
  removeUsageUnknown: 'Não há dados de uso: confirme que nada mais a usa.',
  // `when` is relative: “há 3 horas”
  removeUsed: (when: string) => `Ela foi usada pela última vez ${when}: o que ainda a usa deixará de funcionar.`,
  suspendInstead: 'Suspender em vez disso',
  suspendHint: 'Em dúvida? Suspenda primeiro: isso pode ser desfeito.',

  // created-credential: where a new credential stands
  'created-word-pending': 'Pendente',
  'created-word-ready': 'Ativa',
  'created-word-error': 'Falha na configuração',
  'created-word-gone': 'Excluída',
  'created-hint-pending': 'Aguardando o gateway. Costuma levar só um momento; você verá aqui quando estiver pronta.',
  'created-hint-ready': 'O gateway a aceita. Veja o segredo agora e guarde-o onde sua aplicação possa encontrá-lo.',
  'created-hint-extended': 'Ela também pode ser usada para esta API. O segredo continua o mesmo.',
  'created-hint-share':
    'O gateway a conhece. Ela ainda não tem segredo: crie um link para quem deve definir um e envie-o a essa pessoa.',
  createdShare: 'Criar link de compartilhamento',
  'created-hint-secretless': 'O gateway a conhece.',
  'created-hint-error': 'O gateway não conseguiu configurá-la. Ainda não é possível chamar nada com ela.',
  'created-hint-gone': 'Ela foi excluída nesse meio-tempo.',
  'created-now-pending': (name: string) => `${name}: aguardando o gateway.`,
  'created-now-ready': (name: string) => `${name} está ativa.`,
  'created-now-error': (name: string) => `Não foi possível configurar ${name}.`,
  'created-now-gone': (name: string) => `${name} foi excluída.`,
  createdAnother: 'Criar outra credencial',

  // secret-session: from the question before a secret is decrypted until it is let go of
  secretOf: (name: string) => `Segredo de ${name}`,
  secretConfirm: 'Mostrar o segredo nesta página?',
  secretConfirmBody:
    'Ele é descriptografado no seu navegador. Quem vir sua tela poderá lê-lo. Guarde-o em um lugar seguro, como um gerenciador de senhas.',
  secretConfirmWindow: (until: string) =>
    `Você pode vê-lo novamente até ${until}; depois ele é apagado deste marketplace.`,
  secretConfirmOnce:
    'Você só pode fazer isso uma vez. Ele permanece nesta página até que você o tenha guardado; depois não será exibido novamente.',
  secretDecrypting: 'Descriptografando…',
  secretUnderway: 'Ele só pode ser visto uma vez, então não é mais possível cancelar.',
  secretShown: 'O segredo está descriptografado e oculto. Você pode copiá-lo sem exibi-lo.',
  secretMasked: 'Oculto',
  secretShow: (label: string) => `Mostrar ${label}`,
  secretHide: (label: string) => `Ocultar ${label}`,
  secretEmbedded: 'Esta página está incorporada em outra, que precisa permitir a cópia (allow="clipboard-write").',
  secretDownloadAs: (format: string) => `Baixar ${format}`,
  secretDownloadFailed: 'Não foi possível preparar o download. Copie o segredo em vez disso.',
  secretCsvAltered:
    "Uma planilha interpretaria um dos valores como fórmula. No arquivo CSV há um apóstrofo (') antes dele: remova-o, ou use .env ou JSON.",
  secretStored: 'Guardei em um lugar seguro',
  secretDone: 'Concluir',
  secretHidesIn: (left: string) => `Será ocultado em ${left}`,
  secretStays: 'Ele permanece aqui até que você o tenha guardado: não será exibido novamente.',
  secretKeptIdle: 'Ele foi ocultado por inatividade.',
  secretKeptTab: 'Ele foi ocultado porque você saiu desta aba.',
  secretKeptSession:
    'Sua sessão terminou, por isso o segredo foi ocultado. Você ainda pode copiá-lo ou baixá-lo aqui: ele não poderá ser visto novamente depois que você entrar.',
  secretKeptWindow:
    'O prazo para vê-lo terminou, por isso o segredo foi ocultado. Você ainda pode copiá-lo ou baixá-lo aqui até fechá-lo.',
  secretKeptLeft: 'Você saiu antes de ter guardado este segredo. Ele continua aqui, oculto.',
  secretKeep: 'Manter aberto',
  secretHidesSoon: (left: string) => `O segredo será ocultado em ${left}. Pressione “Manter aberto” para continuar.`,
  secretCloseHeading: 'Fechar sem guardá-lo?',
  secretCloseBody: 'Você não copiou nem baixou o segredo.',
  secretAgainUntil: (until: string) => `Você pode vê-lo novamente até ${until}.`,
  secretCloseNever: 'Ele não será exibido novamente.',
  secretCloseAnyway: 'Fechar mesmo assim',
  secretGoBack: 'Voltar',

  // secret-snippets: example calls
  snippetHeading: 'Exemplo de chamada',
  snippetLanguage: 'Linguagem',
  snippetResource: 'API',
  snippetIn: (language: string) => `Exemplo de chamada em ${language}`,
  snippetCopy: 'Copiar exemplo de chamada',
  snippetCopied: 'Exemplo de chamada copiado.',
  snippetPlaceholder: 'Substitua o que está em maiúsculas pelos seus próprios valores.',
  snippetReal: 'Com o segredo real',
  snippetRealHint: 'O segredo agora está no exemplo. Quem vir sua tela pode lê-lo.',
  snippetAssertion: (placeholder: string, tokenUrl: string) =>
    `Assine uma asserção com sua chave privada para cada token: um JWT cujos “iss” e “sub” são o ID do cliente e cujo “aud” é ${tokenUrl}, com um “jti” próprio e um “exp” alguns minutos à frente. Coloque-a onde está ${placeholder}.`,
  snippetNone: 'Não há exemplo para a forma como esta API recebe credenciais.',

  // access-request: the steps of its way
  'step-submitted': 'Enviada',
  'step-in-review': 'Em análise pelo provedor',
  'step-approved': 'Aprovada',
  'step-approved-automatically': 'Aprovada automaticamente',
  'step-rejected': 'Recusada',
  'step-revoked': 'Acesso revogado',
  'step-withdrawn': 'Retirada',
  'step-provisioning': 'Em configuração no gateway',
  'step-ready': 'Pronta para uso',
  'step-failed': 'Falha na configuração no gateway',
  // a person's name follows what they did: “Aprovada por Grace Hopper”
  accessBy: (name: string) => `por ${name}`,
  accessTimeline: 'Andamento',
  // read aloud after a step
  accessCurrent: '(agora)',
  accessUpcoming: '(a seguir)',
  accessSubscription: 'Assinatura',
  accessAnswers: 'Respostas',
  accessAnswersFailed: 'Não foi possível carregá-las. Feche os detalhes e abra-os novamente.',
  accessYes: 'Sim',
  accessNo: 'Não',
  accessHidden: 'Não exibido',

  'hint-pending': 'Você verá a decisão aqui assim que for tomada. Enquanto isso, pode sair desta página.',
  'hint-provisioning': 'Aprovada. O gateway está sendo configurado, o que costuma levar só um momento.',
  'hint-active': 'Você tem acesso. Só falta uma credencial para chamar a API.',
  'hint-rejected': 'Você pode alterar suas respostas e reenviar a solicitação.',
  'hint-revoked': 'O provedor revogou o acesso. As chamadas são recusadas.',
  'hint-withdrawn': 'Você retirou esta solicitação. Nada mais acontecerá com ela.',
  'hint-error': 'Não foi possível configurar o gateway. O provedor precisa tentar novamente.',

  'request-withdraw': 'Retirar solicitação',
  'request-update': 'Editar e reenviar',
  'request-approve': 'Aprovar',
  'request-reject': 'Recusar',
  'request-revoke': 'Revogar acesso',
  'request-create-credential': 'Criar credencial',
  accessStatusIs: (name: string, state: string) => `${name}: ${state}.`,

  // access-request: confirmations
  'confirm-withdraw': (name: string) => `Retirar “${name}”?`,
  'confirm-withdraw-body': 'O provedor não a verá mais. Você pode enviar uma nova solicitação a qualquer momento.',
  'confirm-approve': (name: string) => `Aprovar “${name}”?`,
  'confirm-approve-body': (application: string, resource: string) => `${application} poderá chamar ${resource}.`,
  'confirm-reject': (name: string) => `Recusar “${name}”?`,
  'confirm-reject-body': 'A equipe pode alterar suas respostas e reenviar a solicitação.',
  'confirm-revoke': (name: string) => `Revogar “${name}”?`,
  'confirm-revoke-body': (application: string, resource: string) =>
    `O gateway recusará todas as chamadas de ${application} a ${resource}, com todas as suas credenciais.`,
  confirmReason: 'Motivo',
  confirmReasonHelp: 'Visível para a equipe.',
  'confirm-label-withdraw': 'Retirar solicitação',
  'confirm-label-approve': 'Aprovar solicitação',
  'confirm-label-reject': 'Recusar solicitação',
  'confirm-label-revoke': 'Revogar acesso',
};
