import { fieldsIn, INTAKE_FIELDS, lackingIn, wantedFor } from '../../domain/questions';
import type { Matter } from '../../domain/questions';
import { COMPLAINANT_KINDS, NATURES, REQUEST_TYPES } from '../../domain/words';
import { INTAKE_FIELD_ZH } from '../../templates/questions';
import { PaperComplaint } from '../support/paper-complaint';
import { aComplaint, STAFF } from '../support/files';

const wanted = (matter: Partial<Matter>) => wantedFor({ requestType: 'complaint', known: [], ...matter });

describe('IN-13 what a matter wants to be known', () => {
  test.each<[string, Partial<Matter>, string[]]>([
    [
      'product quality',
      { nature: 'product_quality' },
      ['orderNo', 'product', 'productCode', 'occurredAt', 'demands', 'photos'],
    ],
    ['logistics', { nature: 'logistics' }, ['orderNo', 'occurredAt', 'demands', 'trackingNo', 'expectedAt']],
    ['attitude', { nature: 'attitude' }, ['occurredAt', 'place', 'shop', 'staffInvolved', 'demands']],
    ['a price dispute', { nature: 'price_dispute' }, ['orderNo', 'occurredAt', 'demands', 'amounts']],
    ['goods on their way', { nature: 'transport' }, ['orderNo', 'occurredAt', 'demands', 'photos', 'trackingNo']],
    ['quantities', { nature: 'quantity' }, ['orderNo', 'product', 'occurredAt', 'demands', 'quantities']],
    ['a system fault', { nature: 'system_fault' }, ['occurredAt', 'demands', 'errorShown']],
    ['a policy', { nature: 'policy' }, ['occurredAt', 'demands', 'policyInQuestion']],
    ['nothing else yet', {}, ['occurredAt', 'demands']],
    ['a nature that a policy has added', { nature: 'smell' }, ['occurredAt', 'demands']],
    ['a nature that every object has', { nature: 'constructor' }, ['occurredAt', 'demands']],
    ['a franchisee', { complainant: 'franchisee' }, ['customerNo', 'occurredAt', 'shop', 'demands']],
    ['a member of staff', { subjectKind: 'staff' }, ['occurredAt', 'shop', 'staffInvolved', 'demands']],
    ['an enquiry, which is about no event', { requestType: 'enquiry', nature: 'product_quality' }, ['subject']],
    ['a product that is named', { known: ['product'] }, ['productCode', 'occurredAt', 'demands']],
  ])('%s', (_, matter, fields) => {
    expect(wanted(matter)).toEqual(fields);
  });

  test('is asked only as far as it is not on record', () => {
    const known = ['orderNo', 'occurredAt', 'demands'];
    expect(lackingIn({ requestType: 'complaint', nature: 'logistics', known })).toEqual(['trackingNo', 'expectedAt']);
  });

  test('is nothing any more when all of it is on record', () => {
    for (const requestType of REQUEST_TYPES)
      for (const nature of NATURES)
        for (const complainant of COMPLAINANT_KINDS)
          expect(lackingIn({ requestType, nature, complainant, known: INTAKE_FIELDS })).toEqual([]);
  });

  test.each(INTAKE_FIELDS)('%s has its name and its question', (field) => {
    expect(INTAKE_FIELD_ZH[field].name).toMatch(/\p{Script=Han}/u);
    expect(INTAKE_FIELD_ZH[field].question).toMatch(/[？。]$/u);
  });

  test('is on record where intake has it: not where it is empty', () => {
    expect(fieldsIn({ orderNo: 'DD-1', demands: [], product: '', place: undefined, photos: ['x'] })).toEqual([
      'orderNo',
      'photos',
    ]);
  });
});

describe('IN-13 what was lacking is put on record', () => {
  const begin = () => PaperComplaint.begin(aComplaint({ known: ['orderNo'] }));

  test('by the owner alone, at any step, once', async () => {
    const complaint = await begin();
    expect(await complaint.refusal(STAFF.handler2, 'add_information', { field: 'place' })).toBe('not_owner');
    await complaint.do(STAFF.handler, 'add_information', { field: 'place' });
    expect(complaint.file.known).toEqual(['orderNo', 'place']);
    expect(await complaint.refusal(STAFF.handler, 'add_information', { field: 'place' })).toBe('already_on_record');
    await complaint.walkTo('archive');
    await complaint.do(STAFF.handler, 'add_information', { field: 'photos' });
    await complaint.walkTo('closed');
    expect(await complaint.refusal(STAFF.handler, 'add_information', { field: 'cause' })).toBe('closed');
  });

  test('again only as a correction, of what intake has taken down too', async () => {
    const complaint = await begin();
    expect(await complaint.refusal(STAFF.handler, 'add_information', { field: 'orderNo' })).toBe('already_on_record');
    await complaint.do(STAFF.handler, 'add_information', { field: 'orderNo', correction: true });
    expect(complaint.file.known).toEqual(['orderNo']);
    expect(complaint.events).toContainEqual(expect.objectContaining({ type: 'information_added', correction: true }));
  });

  test('leaves duties, steps and facts as they are', async () => {
    const complaint = await begin();
    const before = { ...complaint.file, seq: 0, known: [], lastAt: 0 };
    await complaint.do(STAFF.handler, 'add_information', { field: 'place' });
    expect({ ...complaint.file, seq: 0, known: [], lastAt: 0 }).toEqual(before);
  });
});
