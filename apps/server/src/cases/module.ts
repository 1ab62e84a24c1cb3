import * as attachments from '@duban/contract/attachments';
import * as lists from '@duban/contract/case-lists';
import * as bulk from '@duban/contract/case-bulk';
import * as handling from '@duban/contract/case-handling';
import * as cases from '@duban/contract/cases';
import * as places from '@duban/contract/places';
import * as standards from '@duban/contract/standards';
import { defineModule, route } from '../kernel/module.ts';
import { acceptCase } from './accept-case.ts';
import { addAttachment, prepareAttachment } from './add-attachment.ts';
import { approveRequest } from './approve-request.ts';
import { assignCase } from './assign-case.ts';
import { readDocument, readPicture } from './attachment.queries.ts';
import { assignCases, dispatchCases, urgeCases } from './bulk-actions.ts';
import { getCase } from './case.queries.ts';
import { closeOutCase } from './close-out-case.ts';
import { closeWithoutHandling } from './close-without-handling.ts';
import { commentOnCase } from './comment-on-case.ts';
import { correctCase } from './correct-case.ts';
import { decideDispute } from './decide-dispute.ts';
import { dispatchCase } from './dispatch-case.ts';
import { findDuplicates } from './duplicate.queries.ts';
import { endorseRequest } from './endorse-request.ts';
import { exportCases } from './export-cases.ts';
import { fileCase } from './file-case.ts';
import { handOverCase } from './hand-over-case.ts';
import { downloadCaseTemplate, importCases, prepareCases } from './import-cases.ts';
import { downloadStandardsTemplate, exportStandards, importStandards, prepareStandards } from './import-standards.ts';
import { countCases, listCases } from './ledger.queries.ts';
import { mergeCase } from './merge-case.ts';
import { getMyWork } from './my-work.queries.ts';
import { listNotifications, markNotificationsSeen } from './notification.queries.ts';
import { locatePlace } from './place.ts';
import { raiseDispute } from './raise-dispute.ts';
import { recheckCase } from './recheck-case.ts';
import { recordPreClosureCheck } from './record-pre-closure-check.ts';
import { recordPreFilingCheck } from './record-pre-filing-check.ts';
import { refuseRequest } from './refuse-request.ts';
import { refuseToFile } from './refuse-to-file.ts';
import { reportCase } from './report-case.ts';
import { requestExtension } from './request-extension.ts';
import { requestSuspension } from './request-suspension.ts';
import { resumeCase } from './resume-case.ts';
import { returnCase } from './return-case.ts';
import { changeView, deleteView, listSavedViews, saveView } from './saved-view.store.ts';
import { listCaseClasses, listStandardVersions, listStandards } from './standard.queries.ts';
import { submitResult } from './submit-result.ts';
import { urgeCase } from './urge-case.ts';
import { withdrawAssignment } from './withdraw-assignment.ts';
import { withdrawDispatch } from './withdraw-dispatch.ts';
import { escalateCases } from './escalate-cases.job.ts';
import { calendarEvents } from '../calendar/module.ts';
import { recomputeAllLimits, recomputeCaseLimits } from './recompute-limits.job.ts';
import { resumeSuspendedCases } from './resume-suspended-cases.job.ts';
import { newsworthy, tellUnits } from './tell-units.job.ts';

/** The case ledger 问题台账: everything that can be done to a case, and the lists in which cases are found. */
export const casesModule = defineModule({
  name: 'cases',
  routes: [
    route(cases.getCase, getCase),
    route(cases.reportCase, reportCase),
    route(cases.findDuplicates, findDuplicates),
    route(cases.recordPreFilingCheck, recordPreFilingCheck),
    route(cases.fileCase, fileCase),
    route(cases.refuseToFile, refuseToFile),
    route(cases.handOverCase, handOverCase),
    route(cases.dispatchCase, dispatchCase),
    route(cases.withdrawDispatch, withdrawDispatch),
    route(cases.acceptCase, acceptCase),
    route(cases.returnCase, returnCase),
    route(cases.correctCase, correctCase),
    route(cases.raiseDispute, raiseDispute),
    route(cases.decideDispute, decideDispute),
    route(handling.assignCase, assignCase),
    route(handling.withdrawAssignment, withdrawAssignment),
    route(handling.requestExtension, requestExtension),
    route(handling.requestSuspension, requestSuspension),
    route(handling.endorseRequest, endorseRequest),
    route(handling.approveRequest, approveRequest),
    route(handling.refuseRequest, refuseRequest),
    route(handling.resumeCase, resumeCase),
    route(handling.submitResult, submitResult),
    route(cases.recordPreClosureCheck, recordPreClosureCheck),
    route(cases.closeOutCase, closeOutCase),
    route(cases.closeWithoutHandling, closeWithoutHandling),
    route(cases.recheckCase, recheckCase),
    route(cases.mergeCase, mergeCase),
    route(cases.urgeCase, urgeCase),
    route(cases.commentOnCase, commentOnCase),
    route(bulk.dispatchCases, dispatchCases),
    route(bulk.assignCases, assignCases),
    route(bulk.urgeCases, urgeCases),
    route(bulk.importCases, importCases, { prepare: prepareCases }),
    route(bulk.downloadCaseTemplate, downloadCaseTemplate),
    route(lists.listCases, listCases),
    route(lists.countCases, countCases),
    route(lists.exportCases, exportCases),
    route(lists.listSavedViews, listSavedViews),
    route(lists.saveView, saveView),
    route(lists.changeView, changeView),
    route(lists.deleteView, deleteView),
    route(lists.getMyWork, getMyWork),
    route(lists.listNotifications, listNotifications),
    route(lists.markNotificationsSeen, markNotificationsSeen),
    route(attachments.addAttachment, addAttachment, { prepare: prepareAttachment }),
    route(attachments.readPicture, readPicture),
    route(attachments.readDocument, readDocument),
    route(places.locatePlace, locatePlace),
    route(standards.listStandards, listStandards),
    route(standards.listStandardVersions, listStandardVersions),
    route(standards.listCaseClasses, listCaseClasses),
    route(standards.importStandards, importStandards, { prepare: prepareStandards }),
    route(standards.downloadStandardsTemplate, downloadStandardsTemplate),
    route(standards.exportStandards, exportStandards),
  ],
  reactions: Object.fromEntries([
    ...newsworthy.map((type) => [type, ['tell-units']]),
    ...calendarEvents.map((type) => [type, ['recompute-case-limits']]),
  ]),
  jobs: {
    'escalate-cases': escalateCases,
    'recompute-all-limits': recomputeAllLimits,
    'recompute-case-limits': recomputeCaseLimits,
    'resume-suspended-cases': resumeSuspendedCases,
    'tell-units': tellUnits,
  },
  crons: [
    { match: '*/5 * * * *', job: 'escalate-cases' },
    { match: '*/10 * * * *', job: 'resume-suspended-cases' },
    { match: '40 18 * * *', job: 'recompute-all-limits' },
  ],
  constraints: { saved_views_one_name: 'view.name_taken' },
});

// What other slices may ask: a directive becomes a case by the same command as a report.
export { reportCase } from './report-case.ts';
export { firstBrokenAttachment } from './verify-attachments.ts';
