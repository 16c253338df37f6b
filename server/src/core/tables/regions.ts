/** A region of Tencent Cloud. */
export interface Region {
  /** As logs and the API write it: "ap-guangzhou". */
  readonly name: string;
  /** The number that the console and older interfaces use. */
  readonly id?: number;
  readonly place: string;
  readonly area: string;
}

function region(name: string, id: number | undefined, place: string, area: string): Region {
  return { name, ...(id !== undefined && { id }), place, area };
}

/**
 * Names and places: Tencent Cloud, CVM, regions and availability zones (2024-12-24); those it does
 * not list (finance, edge zones, closed and newest regions) and the numbers: a recorded answer of
 * the API DescribeRegions and several public programs that agree. The list grows.
 */
export const regions: readonly Region[] = [
  region('ap-guangzhou', 1, 'Guangzhou', 'South China'),
  region('ap-shanghai', 4, 'Shanghai', 'East China'),
  region('ap-hongkong', 5, 'Hong Kong', 'Hong Kong, Macao and Taiwan'),
  region('na-toronto', 6, 'Toronto', 'North America'),
  region('ap-shanghai-fsi', 7, 'Shanghai Finance', 'East China'),
  region('ap-beijing', 8, 'Beijing', 'North China'),
  region('ap-singapore', 9, 'Singapore', 'Southeast Asia'),
  region('ap-shenzhen-fsi', 11, 'Shenzhen Finance', 'South China'),
  region('ap-guangzhou-open', 12, 'Guangzhou Open', 'South China'),
  region('na-siliconvalley', 15, 'Silicon Valley', 'West US'),
  region('ap-chengdu', 16, 'Chengdu', 'Southwest China'),
  region('eu-frankfurt', 17, 'Frankfurt', 'Europe'),
  region('ap-seoul', 18, 'Seoul', 'Northeast Asia'),
  region('ap-chongqing', 19, 'Chongqing', 'Southwest China'),
  region('ap-mumbai', 21, 'Mumbai', 'South Asia'),
  region('na-ashburn', 22, 'Virginia', 'East US'),
  region('ap-bangkok', 23, 'Bangkok', 'Southeast Asia'),
  region('eu-moscow', 24, 'Moscow', 'Europe'),
  region('ap-tokyo', 25, 'Tokyo', 'Northeast Asia'),
  region('ap-jinan-ec', 31, 'Jinan edge zone', 'East China'),
  region('ap-hangzhou-ec', 32, 'Hangzhou edge zone', 'East China'),
  region('ap-nanjing', 33, 'Nanjing', 'East China'),
  region('ap-fuzhou-ec', 34, 'Fuzhou edge zone', 'East China'),
  region('ap-wuhan-ec', 35, 'Wuhan edge zone', 'Central China'),
  region('ap-tianjin', 36, 'Tianjin', 'North China'),
  region('ap-shenzhen', 37, 'Shenzhen', 'South China'),
  region('ap-taipei', 39, 'Taipei', 'Hong Kong, Macao and Taiwan'),
  region('ap-changsha-ec', 45, 'Changsha edge zone', 'Central China'),
  region('ap-beijing-fsi', 46, 'Beijing Finance', 'North China'),
  region('ap-shijiazhuang-ec', 53, 'Shijiazhuang edge zone', 'North China'),
  region('ap-qingyuan', 54, 'Qingyuan', 'South China'),
  region('ap-hefei-ec', 55, 'Hefei edge zone', 'East China'),
  region('ap-shenyang-ec', 56, 'Shenyang edge zone', 'Northeast China'),
  region('ap-xian-ec', 57, "Xi'an edge zone", 'Northwest China'),
  region('ap-xibei-ec', 58, 'Northwest edge zone', 'Northwest China'),
  region('ap-zhengzhou-ec', 71, 'Zhengzhou edge zone', 'Central China'),
  region('ap-jakarta', 72, 'Jakarta', 'Southeast Asia'),
  region('ap-qingyuan-xinan', 73, 'Qingyuan Xinan', 'South China'),
  region('sa-saopaulo', 74, 'São Paulo', 'South America'),
  region('ap-guiyang', 76, 'Guiyang', 'Southwest China'),
  region('ap-shenzhen-sycft', 77, 'Shenzhen, dedicated', 'South China'),
  region('ap-shanghai-adc', 78, 'Shanghai Autonomous Driving', 'East China'),
  region('me-saudi-arabia', 101, 'Riyadh', 'Middle East'),
  region('ap-zhongwei', undefined, 'Zhongwei', 'Northwest China'),
  region('ap-osaka', undefined, 'Osaka', 'Northeast Asia'),
  region('ap-johorbahru', undefined, 'Johor Bahru', 'Southeast Asia'),
  region('na-queretaro', undefined, 'Querétaro', 'North America'),
];

/** The form of a region's name: continent and place, and what tells its special kinds apart. */
export const regionNamePattern = /^(?:ap|na|sa|eu|me|af)-[a-z]+(?:-[a-z0-9]+){0,2}$/;

let byNameOrId: Map<string, Region> | undefined;

/** The region with this name, or with this number in decimal digits. */
export function regionOf(nameOrId: string | number): Region | undefined {
  byNameOrId ??= new Map(
    regions.flatMap(known => [
      [known.name, known] as const,
      ...(known.id === undefined ? [] : [[String(known.id), known] as const]),
    ]),
  );
  return byNameOrId.get(String(nameOrId));
}

/** A region on record; one that is not may simply be newer than the list. */
export function isKnownRegion(nameOrId: string): boolean {
  return regionOf(nameOrId) !== undefined;
}
