/** Where somebody stands, out of the binary form of `avatar:moved`; docs/avatar-records.md describes the bytes. */
export interface AvatarRecord {
  handle: number;
  position: [number, number, number];
  rotation: number;
}

const HEADER = 8;
const RECORD = 12;
const PER_METRE = 64;
const TURN = (Math.PI * 2) / 65536;

/** Reads an attachment. Bytes after the last whole record are left out. */
export function decodeRecords(attachment: ArrayBuffer): { time: number; records: AvatarRecord[] } {
  if (attachment.byteLength < HEADER) return { time: 0, records: [] };
  const view = new DataView(attachment);
  const records: AvatarRecord[] = [];
  for (let at = HEADER; at + RECORD <= view.byteLength; at += RECORD)
    records.push({
      handle: view.getUint32(at, true),
      position: [
        view.getInt16(at + 4, true) / PER_METRE,
        view.getInt16(at + 6, true) / PER_METRE,
        view.getInt16(at + 8, true) / PER_METRE,
      ],
      rotation: view.getUint16(at + 10, true) * TURN,
    });
  return { time: view.getFloat64(0, true), records };
}
