import type { ListMessages } from '../locale.js';
import { plural } from '../plural.js';

/** “3 credenciais”. */
const some = (count: number): string =>
  plural('pt-BR', count, {
    one: `${count} credencial`,
    many: `${count} de credenciais`,
    other: `${count} credenciais`,
  });

/** Brazilian Portuguese: what is said around a list, once it is there. See `../pt-BR.ts` for the words used. */
export const messages: ListMessages = {
  // credential-blocked: why no credential can be created
  cannotCreate: 'Não é possível criar credenciais agora',
  'cannot-role': 'Sua função não inclui credenciais',
  'cannot-role-hint': 'Peça a um administrador uma função que permita gerenciar credenciais.',
  'cannot-not-eligible': 'Você ainda não pode ter credenciais aqui',
  'cannot-not-eligible-hint': 'Sua conta não atende aos requisitos.',
  'cannot-not-exposed': 'Esta API não está exposta',
  'cannot-not-exposed-hint':
    'Quando estiver, será possível criar credenciais para ela, e as chamadas chegarão até ela.',
  'cannot-limit-reached': 'O limite foi atingido',
  'cannot-limit-reached-hint': 'Exclua uma credencial que não seja mais necessária: isso abre espaço para outra.',
  'cannot-environment-required': 'Escolha um ambiente',
  'cannot-environment-required-hint': 'Cada ambiente tem suas próprias credenciais.',
  'cannot-no-application': 'Nenhuma aplicação ainda',
  'cannot-no-application-hint': 'Uma credencial pertence a uma aplicação. Crie uma primeiro.',
  'cannot-no-access': 'Nenhum acesso ainda',
  'cannot-no-access-hint': 'Não há acesso aprovado a nenhuma API. Solicite acesso primeiro.',
  learnMore: 'Saiba mais',
  limitUsed: (used: number, most: number) => `Em uso: ${used} de ${most}`,

  // credential-filters
  credentialSearch: 'Buscar credenciais',
  credentialFilters: 'Filtros',
  'facet-state': 'Status',
  'facet-typeId': 'Tipo',
  'facet-resourceId': 'API',
  'facet-applicationId': 'Aplicação',
  facetChosen: (facet: string, values: string) => `${facet}: ${values}`,
  // from two on
  facetChosenMany: (facet: string, count: number) => `${facet}: ${count} seleções`,
  facetAll: 'Tudo',
  facetValue: (value: string, count: number) => `${value} (${count})`,
  'risk-expiring': 'Expira em até 30 dias',
  'risk-expired': 'Expirada',
  'risk-unused': 'Nunca usada',
  'risk-inactive': 'Inativa',
  filtersClear: 'Limpar filtros',
  credentialsNoMatch: (query: string) => `Nenhuma credencial corresponde a “${query}”`,
  credentialsFilteredOut: 'Nenhuma credencial corresponde a estes filtros',
  credentialsShowAll: 'Mostrar todas as credenciais',
  pagesLabel: 'Páginas',
  pagePrevious: 'Página anterior',
  pageNext: 'Próxima página',
  pageNumber: (page: number) => `Página ${page}`,
  // `counted` is “12 credenciais”
  pageOf: (page: number, counted: string) => `Página ${page}, ${counted} no total`,

  // credential-history: `who` is a person, and empty where nobody is named
  historyHeading: (name: string) => `Histórico de “${name}”`,
  historyLabel: 'O que aconteceu, do mais antigo ao mais recente',
  historyEmpty: 'Nada foi registrado ainda.',
  historyShown: (count: number) =>
    plural('pt-BR', count, { one: `${count} registro`, many: `${count} de registros`, other: `${count} registros` }),
  'history-created': (who?: string) => (who ? `Criada por ${who}` : 'Criada'),
  'history-provisioned': (who?: string) => (who ? `Configurada por ${who}` : 'Configurada pelo gateway'),
  'history-ready': () => 'Pronta para uso',
  'history-failed': (who?: string) => (who ? `Configuração recusada por ${who}` : 'Falha na configuração'),
  'history-retried': (who?: string) => (who ? `Nova tentativa iniciada por ${who}` : 'Nova tentativa iniciada'),
  'history-updated': (who?: string) => (who ? `Editada por ${who}` : 'Editada'),
  'history-suspended': (who?: string) => (who ? `Suspensa por ${who}` : 'Suspensa pelo marketplace'),
  'history-enabled': (who?: string) => (who ? `Reativada por ${who}` : 'Reativada pelo marketplace'),
  'history-renewed': (who?: string) => (who ? `Renovada por ${who}` : 'Renovada'),
  'history-regenerated': (who?: string) => (who ? `Gerada novamente por ${who}` : 'Gerada novamente'),
  'history-revealed': (who?: string) => (who ? `Segredo visto por ${who}` : 'Segredo visto'),
  'history-erased': () => 'Segredo apagado do marketplace; ele continua funcionando no gateway',
  'history-expired': () => 'Expirada',
  'history-shared': (who?: string) =>
    who ? `Link de compartilhamento criado por ${who}` : 'Link de compartilhamento criado',
  'history-unshared': (who?: string) =>
    who ? `Link de compartilhamento desativado por ${who}` : 'Link de compartilhamento desativado',
  'history-secret-set': (who?: string) =>
    who ? `Segredo definido por ${who}` : 'Segredo definido pelo link de compartilhamento',
  'history-deleting': (who?: string) => (who ? `Exclusão iniciada por ${who}` : 'Exclusão iniciada'),
  'history-deleted': (who?: string) => (who ? `Excluída por ${who}` : 'Removida do gateway e excluída'),
  'history-unknown': (who?: string) => (who ? `Alterada por ${who}` : 'Alterada'),
  historyReason: (reason: string) => `Motivo: ${reason}`,
  historyChange: (field: string, from: string, to: string) => `${field}: de “${from}” para “${to}”`,
  historySet: (field: string, to: string) => `${field}: “${to}”`,
  historyUnset: (field: string, from: string) => `${field}: não é mais “${from}”`,
  'historyField-name': 'Nome',
  'historyField-grants': 'Permissões',
  'historyField-resources': 'APIs incluídas',

  // credential-notes: what a row says beyond its columns
  credentialRetryOf: (name: string) => `Tentar novamente a configuração de ${name}`,
  grantLine: (api: string, permission: string, scope: string) => `${api}: ${permission} · ${scope}`,
  'scope-organization': (count: number) =>
    plural('pt-BR', count, {
      one: `${count} organização`,
      many: `${count} de organizações`,
      other: `${count} organizações`,
    }),
  'scope-account': (count: number) =>
    plural('pt-BR', count, { one: `${count} conta`, many: `${count} de contas`, other: `${count} contas` }),
  'scope-workspace': (count: number) =>
    plural('pt-BR', count, {
      one: `${count} espaço de trabalho`,
      many: `${count} de espaços de trabalho`,
      other: `${count} espaços de trabalho`,
    }),
  'scope-unknown': (count: number) =>
    plural('pt-BR', count, { one: `${count} escopo`, many: `${count} de escopos`, other: `${count} escopos` }),
  noteOverlap: (until: string, left: string) => `Segredo anterior funciona até ${until}, por mais ${left}`,
  noteShared: (until: string) => `Link de compartilhamento funciona até ${until}`,
  noteNoSecret: 'Nenhum segredo definido ainda',
  noteSecretSet: 'Segredo definido',

  // credential-offer
  limitUsedOf: (type: string, used: number, most: number) => `${type}: ${used} de ${most} em uso`,
  offerEnvironment: 'Ambiente',
  offerCreate: 'Criar credencial',

  // credential-panels
  panelHeading: 'Ver segredo',
  panelCreate: 'Criar uma credencial',
  panelEdit: 'Editar credencial',

  // credential-rows
  credentialNowIs: (name: string, state: string) => `${name}: ${state}`,
  credentialDeleted: (name: string) => `${name} foi excluída.`,
  'quick-renew': (name: string) => `Renovar ${name}`,
  'quick-suspend': (name: string) => `Suspender ${name}`,
  'quick-enable': (name: string) => `Reativar ${name}`,
  'quick-remove': (name: string) => `Excluir ${name}`,

  // credential-selection: of several at once
  selectAll: 'Selecionar todas as exibidas',
  selectedLabel: 'Credenciais selecionadas',
  selectedCount: (count: number) =>
    plural('pt-BR', count, {
      one: `${count} selecionada`,
      many: `${count} selecionadas`,
      other: `${count} selecionadas`,
    }),
  selectClear: 'Limpar seleção',
  'batch-suspend': 'Suspender',
  'batch-enable': 'Reativar',
  'batch-retry': 'Tentar novamente',
  'batch-remove': 'Excluir',
  batchReason: (action: string, count: number, total: number, reason: string) =>
    `${action}: não é possível para ${count} de ${total}. ${reason}`,

  'batchHeading-suspend': (count: number) => `Suspender ${some(count)}?`,
  'batchHeading-enable': (count: number) => `Reativar ${some(count)}?`,
  'batchHeading-retry': (count: number) => `Tentar configurar ${some(count)} novamente?`,
  'batchHeading-remove': (count: number) => `Excluir ${some(count)}?`,
  'batchConfirm-suspend': (count: number) => `Suspender ${some(count)}`,
  'batchConfirm-enable': (count: number) => `Reativar ${some(count)}`,
  'batchConfirm-retry': (count: number) => `Tentar novamente com ${some(count)}`,
  'batchConfirm-remove': (count: number) => `Excluir ${some(count)}`,
  'batchBody-suspend':
    'O gateway recusará as chamadas feitas com elas até que você as reative. Os segredos continuam os mesmos.',
  'batchBody-enable': 'O gateway voltará a aceitar as chamadas feitas com elas.',
  'batchBody-retry': 'O gateway recebe novamente o pedido para configurá-las.',
  'batchBody-remove': 'Isso não pode ser desfeito. O gateway recusará definitivamente as chamadas feitas com elas.',
  batchUsed: (count: number) =>
    plural('pt-BR', count, {
      one: `${count} delas foi usada nos últimos 7 dias: o que ainda a usa deixará de funcionar.`,
      many: `${count} delas foram usadas nos últimos 7 dias: o que ainda as usa deixará de funcionar.`,
      other: `${count} delas foram usadas nos últimos 7 dias: o que ainda as usa deixará de funcionar.`,
    }),
  // is typed to confirm
  batchTyped: (count: number) => `excluir ${count}`,
  batchSessions: 'Os tokens de sessão já emitidos para elas continuam funcionando até expirarem.',
  batchOthers: (count: number) => `e mais ${count}`,

  'batchDone-suspend': (count: number) => `Suspendendo ${some(count)}.`,
  'batchDone-enable': (count: number) => `Reativando ${some(count)}.`,
  'batchDone-retry': (count: number) => `Tentando novamente com ${some(count)}.`,
  'batchDone-remove': (count: number) => `Excluindo ${some(count)}.`,
  batchFailed: (failed: number, total: number) =>
    `Não funcionou para ${failed} de ${some(total)}. As que falharam continuam selecionadas.`,
  batchProblem: (name: string, problem: string) => `${name}: ${problem}`,
  batchRetry: 'Tentar novamente as que falharam',
  batchDismiss: 'Dispensar',

  // exposure-gate: the switch of an API that takes keys and calls only while it is exposed
  gateOf: (api: string) => `Expor ${api}`,
  gateOpen: 'Exposta',
  gateClosed: 'Não exposta',
  gateOpenHelp: 'É possível criar chaves para ela, e as chamadas com uma chave chegam até ela.',
  gateClosedHelp: 'Não é possível criar chaves para ela, e nenhuma chamada chega até ela.',
  gateAsk: 'Fale com alguém cuja função permita alterar isso.',
  'gate-expose': (api: string) => `Expor ${api}?`,
  'gate-expose-body': 'Será possível criar chaves para ela, e as chamadas com uma chave chegarão até ela.',
  'gate-expose-label': 'Expor',
  'gate-unexpose': (api: string) => `Deixar de expor ${api}?`,
  'gate-unexpose-body':
    'A partir de agora, todas as chamadas a ela serão recusadas, com qualquer chave, e não será possível criar chaves. As chaves são mantidas: voltam a funcionar quando ela for exposta novamente.',
  'gate-unexpose-label': 'Deixar de expor',
  gateNowOpen: (api: string) => `${api} está exposta.`,
  gateNowClosed: (api: string) => `${api} não está mais exposta.`,

  // access-request-filters
  requestSearch: 'Buscar solicitações',
  requestFilters: 'Filtros',
  requestFilterResource: 'API',
  requestFilterApplication: 'Aplicação',
  requestFilterAll: 'Tudo',
  requestFilterValue: (value: string, count: number) => `${value} (${count})`,
  requestFiltersClear: 'Limpar filtros',
  requestsNoMatch: (query: string) => `Nenhuma solicitação corresponde a “${query}”`,
  requestsFilteredOut: 'Nenhuma solicitação corresponde a estes filtros',
  requestsShowAll: 'Mostrar todas as solicitações',

  // list-filters
  viewRefused: 'Não é possível mostrar a lista com estes filtros.',
};
