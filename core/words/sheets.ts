export const sheetWords = {
  size: {
    unknown: (name: string, sizes: string) => `There is no paper called “${name}”. Choose ${sizes}, or give its size in millimetres, such as 297x420.`,
    notUsable: (width: number, height: number, smallest: number, largest: number) =>
      `A sheet of ${width} × ${height} mm cannot be used: each side must be between ${smallest} and ${largest} mm.`,
  },
  plan: {
    tooMany: (sheets: number) => `That would be ${sheets} sheets. Choose a larger paper or make the chart smaller.`,
    noStrip: 'The chart has no size yet: lay it out before printing.',
    belowZero: 'The margin and the glue flap must be 0 mm or more.',
    noRoom: (margin: number, flap: number, name: string, width: number, height: number) =>
      `Margins of ${margin} mm and a glue flap of ${flap} mm leave no room on ${name} paper (${width} × ${height} mm). Make them smaller, or choose a larger paper.`,
    pinsTooClose: 'Two pinned seams, or a pinned seam and the end of the chart, are too close together for a sheet between them. Unpin one.',
    rulerFarOff: (wanted: number, measured: number) =>
      `The ruler of ${wanted} mm came out ${measured} mm long. That is more than a printer is off by itself: look for “scale” or “fit to page” in the print window, choose “Actual size”, and print the page again.`,
  },
  film: {
    ofPouch: (width: number, height: number) => `a pouch of ${width} × ${height} mm`,
    ofRoll: (width: number) => `a roll ${width} mm wide`,
    tooSmall: (sheet: string, size: string, film: string, rim: number) =>
      `Sheet ${sheet} shows ${size}, and that does not fit ${film} with ${rim} mm of clear film all round. Choose larger film or smaller paper.`,
  },
  pdf: {
    tooLong: (metres: string) => `The chart is ${metres} m long, and a single PDF page can be 5.08 m at most. Print it on sheets instead.`,
    noSheet: (sheet: string, first: string, last: string) => `There is no sheet ${sheet} in this chart. It has ${first} to ${last}.`,
    pictureGone: 'The picture of a paper on this chart is not in the library any more. Put the paper on the chart again, or take it off.',
    pictureDamaged: 'The picture of a paper is damaged and cannot be printed. Let Stepwall check the library, then make the PDF again.',
    pictureNotRead: {
      message: 'The picture of a paper on this chart cannot be read.',
      hint: '“Check this library” under Settings says which it is. Bring that paper in again, then make the PDF again.',
    },
    stopped: (code: number) => `Drawing the PDF stopped unexpectedly (${code}). Try again; if it happens again, restart Stepwall.`,
    smallFile: (title: string) => `${title}, small.pdf`,
    rulerFile: 'Measure your printer.pdf',
    drawingPage: 'Drawing the page',
    drawingPages: 'Drawing the pages',
    drawingSheets: 'Drawing the sheets',
    drawingSheet: (sheet: number, of: number) => `Drawing sheet ${sheet} of ${of}`,
    wallNotLaidOut: { message: 'This wall has no strip yet.', hint: 'Open Design first: the strip is laid out by itself.' },
    wallFile: 'Wall',
  },
  ruler: {
    steps: [
      '1. Print only this page first. In the print window choose “Actual size” or 100\u00a0%, never “Fit to page”.',
      '2. Measure both rulers, or lay a bank or library card on the box: it must fit exactly.',
      '3. If a ruler is too short or too long, the printer has changed the size: look for “scale” in the print window.',
      '4. Look at the ladders in the four corners. The smallest number whose line you can see is what your printer leaves white at that edge, in millimetres. The margin of the sheets must be at least as much.',
    ],
    title: 'Measure this page first',
    card: 'a bank card fits here: 85.6 × 54 mm',
    greys: 'Every box must differ from the next one.',
  },
  /** What the chart takes, under its picture. */
  facts: {
    sheets: (count: number, size: string) => `${count} ${count === 1 ? 'sheet' : 'sheets'} of ${size}`,
    ownSize: (width: number, height: number) => `${width} × ${height} mm paper`,
    size: (width: number, height: number) => `${width} × ${height} mm`,
    noFlap: 'no glue flap',
    flap: (width: number) => `glue flap ${width} mm`,
    pouches: (count: number, film: string) => `${count} ${film} ${count === 1 ? 'pouch' : 'pouches'}`,
    film: (length: string, width: number) => `${length} of film ${width} mm wide`,
    glue: (length: string) => `${length} of glue`,
    tape: (length: string) => `${length} of tape`,
    clearTape: (length: string) => `${length} of clear tape`,
    cuts: (count: number) => `${count} ${count === 1 ? 'cut' : 'cuts'}`,
  },
  /** How the sheets become one chart. */
  steps: {
    print: 'Print all pages on one side only, at “Actual size” (100\u00a0%). Lay the sheets out on the floor as in the picture.',
    halfCircles: (print: string) => `${print} Half circles with the same number belong together.`,
    hang: 'Hang it up so that its middle is where your pupils’ eyes are.',
    cutAllSides: 'Cut every sheet along the corner marks on all four sides.',
    cutOneSheet: 'Cut off the white edges along the corner marks.',
    cutAllEdges: 'Cut off all white edges along the corner marks.',
    cutFlaps: (also: string) =>
      `Cut off the white edges on the left and at the top of every sheet, along the corner marks${also}. Everywhere else leave the flap on, white edge and all, and cut its corners off along the slanting lines: then there are never more than two layers of paper.`,
    alsoCut: (where: string) => `, and ${where}`,
    onTheRight: (sheets: string) => `on the right of ${sheets}`,
    atTheBottom: (sheets: string) => `at the bottom of ${sheets}`,
    tapeLaminated: (second: string, first: string) =>
      `Lay ${second} on the clear edge of ${first} so that the pictures meet, and tape them from behind. Go on in the order of the names.`,
    nextSheet: 'the next sheet',
    tapeEdges: (second: string, first: string) =>
      `Lay ${second} against ${first}, edge to edge, and tape them together from behind. Go on in the order of the names.`,
    glue: {
      rows: (first: string, second: string) =>
        `Put glue on the right flap of ${first} and lay ${second} on it so that the picture goes on without a step. Go on to the end of the row, then do the next row.`,
      columns: (first: string, second: string) =>
        `Put glue on the lower flap of ${first} and lay ${second} on it so that the picture goes on without a step. Go on to the foot of the column, then do the next column.`,
    },
    glueNext: {
      rows: (hang: string) => `Put glue on the lower flaps of the first row and lay the next row on them, from the top left to the bottom. ${hang}`,
      columns: (hang: string) => `Put glue on the right flaps of the first column and lay the next column on them, from the top left to the right. ${hang}`,
    },
    joinPieces: (joined: string, pieces: string) => `${joined} Join only what goes into one piece of film: ${pieces}.`,
    tapePieces: (hang: string) => `Lay the pieces edge to edge and tape them from behind. ${hang}`,
    laminate: 'Laminate.',
    laminateSheets: (film: string, least: number, rim: number) =>
      `Laminate each sheet ${film}. Leave at least ${least} mm of clear film all round (there will be up to ${rim} mm), or the seal opens.`,
    laminatePieces: (film: string, least: number, rim: number) =>
      `Laminate each piece ${film}. Leave at least ${least} mm of clear film all round (there will be up to ${rim} mm), or the seal opens.`,
    inPouch: (film: string) => `in the middle of one ${film} pouch`,
    inRoll: (width: number) => `between film ${width} mm wide`,
    range: (from: string, to: string) => `${from} to ${to}`,
    andSoOn: (names: string) => `${names} and so on`,
  },
  map: {
    larger: (title: string) => `${title} · the sheets, larger`,
    sheetOf: (label: string, sheet: number, sheets: number) => `${label} · sheet ${sheet} of ${sheets}`,
  },
} as const;
