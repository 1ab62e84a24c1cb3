import { refusalOf } from './audit.store.ts';
import * as audits from '@duban/contract/audit';
import * as units from '@duban/contract/organisation';
import * as files from '@duban/contract/organisation-files';
import * as accounts from '@duban/contract/accounts';
import * as people from '@duban/contract/people';
import * as session from '@duban/contract/session';
import { defineModule, publicRoute, route } from '../kernel/module.ts';
import { addPosition } from './add-position.ts';
import { listAccess, listAudit } from './audit.queries.ts';
import { changePassword, prepareChangePassword } from './change-password.ts';
import { changePerson } from './change-person.ts';
import { changePosition } from './change-position.ts';
import { chooseUnit } from './choose-unit.ts';
import { closeUnit } from './close-unit.ts';
import { createPairing } from './create-pairing.ts';
import { createPerson, prepareCreatePerson } from './create-person.ts';
import { createUnit } from './create-unit.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { endPairing } from './end-pairing.ts';
import { endPosition } from './end-position.ts';
import { erasePerson } from './erase-person.ts';
import { downloadPeopleTemplate, exportPeople, importPeople, prepareImportPeople } from './import-people.ts';
import { downloadUnitTemplate, exportUnits, importUnits, prepareImportUnits } from './import-units.ts';
import { issuePasswords, prepareIssuePasswords } from './issue-passwords.ts';
import { exportOwnData, getMe } from './me.queries.ts';
import { moveUnit } from './move-unit.ts';
import { listPairings } from './pairing.queries.ts';
import { getPerson, listPeople, listPersonSessions, readPhone } from './person.queries.ts';
import { renameUnit } from './rename-unit.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeOwnSessions, revokePersonSessions } from './revoke-sessions.ts';
import { getSignInRules, setSignInRules } from './rules.ts';
import { listOwnSessions } from './session.queries.ts';
import { setUnitArea } from './set-unit-area.ts';
import { setUnitCode } from './set-unit-code.ts';
import { getSite } from './site.queries.ts';
import { listAreas, getUnit, listUnits } from './unit.queries.ts';
import { tidySessions } from './tidy-sessions.job.ts';
import { unlockAccount } from './unlock-account.ts';

/** Units, people, permissions, sign-in. */
export const organisationModule = defineModule({
  name: 'organisation',
  routes: [
    route(units.listUnits, listUnits),
    route(units.getUnit, getUnit),
    route(units.createUnit, createUnit, { refused: refusalOf('unit.founded', 'unit') }),
    route(units.renameUnit, renameUnit, { refused: refusalOf('unit.renamed', 'unit') }),
    route(units.moveUnit, moveUnit, { refused: refusalOf('unit.moved', 'unit') }),
    route(units.closeUnit, closeUnit, { refused: refusalOf('unit.closed', 'unit') }),
    route(units.setUnitCode, setUnitCode, { refused: refusalOf('unit.code_set', 'unit') }),
    route(units.setUnitArea, setUnitArea, { refused: refusalOf('unit.area_drawn', 'unit') }),
    route(units.listAreas, listAreas),
    route(units.listPairings, listPairings),
    route(units.createPairing, createPairing, { refused: refusalOf('pairing.started', 'pairing') }),
    route(units.endPairing, endPairing, { refused: refusalOf('pairing.ended', 'pairing') }),
    route(people.listPeople, listPeople),
    route(people.getPerson, getPerson),
    route(people.readPhone, readPhone),
    route(people.createPerson, createPerson, {
      prepare: prepareCreatePerson,
      refused: refusalOf('person.added', 'person'),
    }),
    route(people.changePerson, changePerson, { refused: refusalOf('person.changed', 'person') }),
    route(people.addPosition, addPosition, { refused: refusalOf('position.started', 'person') }),
    route(people.changePosition, changePosition, { refused: refusalOf('position.changed', 'person') }),
    route(people.endPosition, endPosition, { refused: refusalOf('position.ended', 'person') }),
    route(people.deactivatePerson, deactivatePerson, { refused: refusalOf('person.deactivated', 'person') }),
    route(people.erasePerson, erasePerson, { refused: refusalOf('person.erased', 'person') }),
    route(accounts.issuePasswords, issuePasswords, {
      prepare: prepareIssuePasswords,
      refused: refusalOf('person.password_issued', 'person'),
    }),
    route(accounts.unlockAccount, unlockAccount, { refused: refusalOf('person.unlocked', 'person') }),
    route(accounts.resetSecondFactor, resetSecondFactor, {
      refused: refusalOf('person.second_factor_reset', 'person'),
    }),
    route(accounts.listPersonSessions, listPersonSessions),
    route(accounts.revokePersonSessions, revokePersonSessions, { refused: refusalOf('session.revoked', 'person') }),
    route(session.getMe, getMe),
    publicRoute(session.getSite, getSite),
    route(session.chooseUnit, chooseUnit),
    route(session.changePassword, changePassword, {
      prepare: prepareChangePassword,
      refused: refusalOf('person.password_changed', 'person'),
    }),
    route(session.listOwnSessions, listOwnSessions),
    route(session.revokeOwnSessions, revokeOwnSessions),
    route(session.exportOwnData, exportOwnData),
    route(files.importUnits, importUnits, { prepare: prepareImportUnits, refused: refusalOf('unit.founded', 'unit') }),
    route(files.downloadUnitTemplate, downloadUnitTemplate),
    route(files.exportUnits, exportUnits),
    route(files.importPeople, importPeople, {
      prepare: prepareImportPeople,
      refused: refusalOf('person.added', 'person'),
    }),
    route(files.downloadPeopleTemplate, downloadPeopleTemplate),
    route(files.exportPeople, exportPeople, { refused: refusalOf('people.exported', 'file') }),
    route(audits.listAudit, listAudit),
    route(audits.listAccess, listAccess),
    route(audits.getSignInRules, getSignInRules),
    route(audits.setSignInRules, setSignInRules, { refused: refusalOf('sign_in_rules.set', 'rules') }),
  ],
  jobs: { 'sessions.tidy': tidySessions },
  crons: [{ match: '17 3 * * *', job: 'sessions.tidy' }],
  constraints: {
    units_name_unique: 'unit.name_taken',
    units_code_unique: 'unit.code_taken',
    units_no_cycle: 'unit.cycle',
    unit_codes_code_unique: 'unit.code_taken',
    unit_codes_one_per_scheme: 'unit.wrong_period',
    positions_once: 'position.exists',
    positions_separated: 'position.separated',
    auth_users_username_unique: 'account.taken',
    pairings_once: 'pairing.exists',
  },
});

// What other slices may ask.
export { actorOfAccount } from './actor.ts';
export { foundJurisdiction, installPerson } from './found.ts';
export { hashNewPassword } from './password-hash.ts';
export { concernsOwnLine } from './own-line.ts';
export { territoryAt } from './territory.ts';
export { personRefs, type UnitName, unitLineOf, unitNames, unitRefs } from './unit.queries.ts';
