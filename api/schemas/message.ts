import { z } from 'zod';
import { CHANNELS } from '../../domain/words';
import { fields, instant, longText, shortText, text } from './basics';
import { FITTING_ADDRESS, fitsChannel } from './contact';

/** A message as a connected channel hands it in (IN-11). */
export const arrivalSchema = fields({
  channel: z.enum(CHANNELS).describe('来自哪个渠道'),
  externalId: shortText().describe('渠道自己的消息编号；同一编号只算一条'),
  sender: shortText().describe('来信人的号码、邮箱、账号或地址'),
  body: longText().describe('来信原文'),
  arrivedAt: instant().optional().describe('到达渠道的时间；不填即现在'),
  team: text(64).optional().describe('由哪个团队处理；不填即调用者所在团队'),
  policy: text(64).default('standard').describe('按哪个流程计首次回复的时限'),
}).refine(({ channel, sender }) => fitsChannel(channel, sender), { path: ['sender'], error: FITTING_ADDRESS });

/** A message that has arrived, checked. */
export type ArrivalBody = z.output<typeof arrivalSchema>;
