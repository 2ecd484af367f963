import { PDFDocument } from 'pdf-lib';
import { seeded } from '../../build/scripts/sample/random.ts';

/** A page whose one path crosses itself so often that drawing it takes very much longer than anybody waits. */
export async function slowPdf(lines = 60_000): Promise<Uint8Array> {
  const random = seeded(1);
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const path = ['0 0 m', ...Array.from({ length: lines }, () => `${(random.next() * 595).toFixed(1)} ${(random.next() * 842).toFixed(1)} l`), 'f*'].join('\n');
  page.node.addContentStream(pdf.context.register(pdf.context.flateStream(`${path}\n`.repeat(20))));
  return pdf.save();
}
