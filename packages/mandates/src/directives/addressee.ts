import { lineMarker } from '../outline/markers.ts';
import { namesOf } from './owner.ts';

/** Whom a notice is sent to: the line that ends in a colon above its text (各班主任：). */

const opens = /^(?:尊敬的|亲爱的)?(?<names>[^：:。；]{2,90})[：:]$/;
const nobody = /同志们|各位(?:代表|委员|来宾|同志|领导|朋友)|女士们|朋友们|如下|通知|事项|附件|联系|目录|时间|地点/;
const somebody =
  /^(?:各|全体|所有|区|市|县|本|[\u4e00-\u9fff]{1,6}(?:局|委|办|街道|镇|乡|村|社区|部|处|科|院|校|公司|单位|部门|居民|家长|同学|老师|教师|商户|业主|住户|班主任)).*/;

/**
 * @returns the names as written; empty when the document addresses nobody who could be told to act
 */
export function addresseesIn(text: string): readonly string[] {
  for (const line of text.split('\n', 14)) {
    const plain = line.trim();
    const names = opens.exec(plain)?.groups?.names;
    if (!names || nobody.test(names) || lineMarker(plain) || !somebody.test(names)) continue;
    return names
      .split(/[，,；;]/)
      .flatMap((part) => namesOf(part.trim()))
      .filter((name) => name !== '');
  }
  return [];
}
