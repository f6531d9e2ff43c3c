/** Regions made of smaller ones that have codes of their own: counties of the British nations, provinces of Spanish communities. */
const PARTS: Readonly<Record<string, string>> = {
  'GB-SCT':
    'ABE ABD ANS AGB CLK DGY DND EAY EDU ELN ERW EDH ELS FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW SCB ZET SAY SLK STG WDU WLN',
  'GB-WLS': 'BGW BGE CAY CRF CMN CGN CWY DEN FLN GWN AGY MTY MON NTL NWP PEM POW RCT SWA TOF VGL WRX',
  'GB-NIR': 'ANN AND ABC BFS CCG DRS FMO LBC MEA MUL NMD',
  'GB-ENG':
    'BDG BNE BNS BAS BDF BRK BEX BIR BBD BPL BOL BCP BRC BRD BEN BNH BST BRY BKM BUR CLD CAM CMD CBF CHE CHW CON COV CRY CMA DAL DER DBY DEV DNC DOR DUD DUR EAL ERY ESX ENF ESS GAT GLS GRE HCK HAL HMF HAM HRY HRW HPL HAV HEF HRT HIL HNS IOW IOS ISL KEC KEN KHL KTT KIR KWL LBH LAN LDS LCE LEC LEW LIN LIV LND LUT MAN MDW MRT MDB MIK NET NWM NFK NEL NLN NSM NTY NYK NTH NBL NGM NTT OLD OXF PTE PLY POR RDG RDB RCC RIC RCH ROT RUT SLF SAW SFT SHF SHR SLG SOL SOM SGC STY STH SOS SWK SHN STS SKP STT STE SFK SND SRY STN SWD TAM TFW THR TOB TWH TRF WKF WLL WFT WND WRT WAR WBK WSX WSM WGN WIL WNM WRL WOK WLV WOR YOR',
  'ES-AN': 'AL CA CO GR H J MA SE',
  'ES-AR': 'HU TE Z',
  'ES-CT': 'B GI L T',
  'ES-CN': 'GC TF',
  'ES-VC': 'A CS V',
  'ES-PV': 'BI SS VI',
  'ES-GA': 'C LU OR PO',
  'ES-CL': 'AV BU LE P SA SG SO VA ZA',
  'ES-CM': 'AB CR CU GU TO',
  'ES-EX': 'BA CC',
}

/** ISO 3166-2 codes of the regions a region is made of; empty for most, which are whole. */
export function regionParts(region: string): readonly string[] {
  const list = Object.hasOwn(PARTS, region) ? PARTS[region] : undefined
  return list === undefined ? [] : list.split(' ').map((code) => `${region.slice(0, 2)}-${code}`)
}
