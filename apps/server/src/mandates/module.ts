import * as review from '@duban/contract/document-review';
import * as texts from '@duban/contract/document-text';
import * as documents from '@duban/contract/mandates';
import * as models from '@duban/contract/model-readings';
import * as tasks from '@duban/contract/tasks';
import { defineModule, route } from '../kernel/module.ts';
import { acceptDirective } from './accept-directive.ts';
import { acceptAll, acceptUnderHeading } from './accept-waiting.ts';
import { addDirective } from './add-directive.ts';
import { addDocument, prepareDocument } from './add-document.ts';
import { askModel } from './ask-model.ts';
import { changeDocumentFacts } from './change-document-facts.ts';
import { acceptTask, confirmTask, reportTaskDone, returnTask, withdrawTask } from './change-task.ts';
import { decideRepair } from './decide-repair.ts';
import { getDirective } from './directive.queries.ts';
import { discardDocument } from './discard-document.ts';
import { downloadOriginal, getDocument, getRawText, listDocumentHistory, listDocuments } from './document.queries.ts';
import { editDirective } from './edit-directive.ts';
import { exportReview } from './export-review.ts';
import { keepTask } from './keep-task.ts';
import { linkVersion } from './link-version.ts';
import { getLanguageModel, getModelReading } from './model-reading.queries.ts';
import { modelAsked } from './model-reading.store.ts';
import { mergeDirectives } from './merge-directives.ts';
import { readWithModel } from './read-with-model.job.ts';
import { rejectDirective } from './reject-directive.ts';
import { sendDocument } from './send-document.ts';
import { splitDirective } from './split-directive.ts';
import { getTask, listTasks } from './task.queries.ts';
import { redoReview, undoReview } from './undo-review.ts';
import { getReviewProgress, getVersionChanges } from './version.queries.ts';

/** Documents, their review, and the tasks that came of them. */
export const mandatesModule = defineModule({
  name: 'mandates',
  routes: [
    route(documents.addDocument, addDocument, { prepare: prepareDocument }),
    route(documents.listDocuments, listDocuments),
    route(documents.getDocument, getDocument),
    route(documents.downloadOriginal, downloadOriginal),
    route(documents.getRawText, getRawText),
    route(documents.listDocumentHistory, listDocumentHistory),
    route(documents.getDirective, getDirective),
    route(review.acceptDirective, acceptDirective),
    route(review.rejectDirective, rejectDirective),
    route(review.editDirective, editDirective),
    route(review.addDirective, addDirective),
    route(review.splitDirective, splitDirective),
    route(review.mergeDirectives, mergeDirectives),
    route(review.acceptUnderHeading, acceptUnderHeading),
    route(review.acceptAll, acceptAll),
    route(review.undoReview, undoReview),
    route(review.redoReview, redoReview),
    route(review.sendDocument, sendDocument),
    route(review.discardDocument, discardDocument),
    route(texts.decideRepair, decideRepair),
    route(texts.changeDocumentFacts, changeDocumentFacts),
    route(texts.linkVersion, linkVersion),
    route(texts.getVersionChanges, getVersionChanges),
    route(texts.getReviewProgress, getReviewProgress),
    route(texts.exportReview, exportReview),
    route(models.getLanguageModel, getLanguageModel),
    route(models.askModel, askModel),
    route(models.getModelReading, getModelReading),
    route(tasks.listTasks, listTasks),
    route(tasks.getTask, getTask),
    route(tasks.acceptTask, acceptTask),
    route(tasks.reportTaskDone, reportTaskDone),
    route(tasks.confirmTask, confirmTask),
    route(tasks.returnTask, returnTask),
    route(tasks.withdrawTask, withdrawTask),
    route(tasks.keepTask, keepTask),
  ],
  reactions: { [modelAsked]: ['read-with-model'] },
  jobs: { 'read-with-model': readWithModel },
  constraints: {
    documents_one_per_original: 'document.already_there',
    documents_one_successor: 'document.has_successor',
    documents_not_its_own_version: 'document.previous_unknown',
  },
});

export { firstBrokenOriginal } from './verify-originals.ts';
