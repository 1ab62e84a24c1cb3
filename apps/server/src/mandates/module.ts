import * as review from '@duban/contract/document-review';
import * as documents from '@duban/contract/mandates';
import * as tasks from '@duban/contract/tasks';
import { defineModule, route } from '../kernel/module.ts';
import { acceptDirective } from './accept-directive.ts';
import { acceptUnderHeading } from './accept-under-heading.ts';
import { addDirective } from './add-directive.ts';
import { addDocument, prepareDocument } from './add-document.ts';
import { acceptTask, confirmTask, reportTaskDone, returnTask, withdrawTask } from './change-task.ts';
import { getDirective } from './directive.queries.ts';
import { discardDocument } from './discard-document.ts';
import { downloadOriginal, getDocument, listDocuments } from './document.queries.ts';
import { editDirective } from './edit-directive.ts';
import { rejectDirective } from './reject-directive.ts';
import { sendDocument } from './send-document.ts';
import { getTask, listTasks } from './task.queries.ts';
import { undoReview } from './undo-review.ts';

/** Documents, their review, and the tasks that came of them. */
export const mandatesModule = defineModule({
  name: 'mandates',
  routes: [
    route(documents.addDocument, addDocument, { prepare: prepareDocument }),
    route(documents.listDocuments, listDocuments),
    route(documents.getDocument, getDocument),
    route(documents.downloadOriginal, downloadOriginal),
    route(documents.getDirective, getDirective),
    route(review.acceptDirective, acceptDirective),
    route(review.rejectDirective, rejectDirective),
    route(review.editDirective, editDirective),
    route(review.addDirective, addDirective),
    route(review.acceptUnderHeading, acceptUnderHeading),
    route(review.undoReview, undoReview),
    route(review.sendDocument, sendDocument),
    route(review.discardDocument, discardDocument),
    route(tasks.listTasks, listTasks),
    route(tasks.getTask, getTask),
    route(tasks.acceptTask, acceptTask),
    route(tasks.reportTaskDone, reportTaskDone),
    route(tasks.confirmTask, confirmTask),
    route(tasks.returnTask, returnTask),
    route(tasks.withdrawTask, withdrawTask),
  ],
  constraints: { documents_one_per_original: 'document.already_there' },
});

export { firstBrokenOriginal } from './verify-originals.ts';
