import { editsFor, type Step } from './step.ts';

const note =
  /[（(〔【[](?:此处)?(?:请)?(?:加|补|补充|插入|填|填写|填入|添加|待)[^（）()〔〕【】[\]\n。]{1,30}(?:说明|数字|数据|内容|名称|情况|补充|核实|确定|确认)[）)〕】\]]/g;

/** A note of the writer to himself that was left in, such as （加各项目的投入数字说明）: kept as an unknown, not as text. */
export const editorNotes: Step = {
  name: 'editor-notes',
  find(text) {
    const edits = editsFor(text, note, () => '');
    const unknowns = edits.map(({ start, end }) => ({
      start,
      end,
      kind: 'editor_note' as const,
      text: text.slice(start, end),
      unit: null,
    }));
    return { edits, unknowns };
  },
};
