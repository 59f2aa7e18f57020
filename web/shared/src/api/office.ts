/** The nouns of the office's API, by the names of the generated schema. */
import type { components } from './schema';

type Schema = components['schemas'];

export type OrderSource = Schema['OfficeSource'];
export type ShipmentInput = Schema['OfficeShipInputBody'];
export type OrderRules = Schema['OfficeOrderRule'];
export type Letterhead = Schema['OfficeLetterhead'];

export type Region = Schema['OfficeRegion'];
export type DealerCard = Schema['OfficeDealerCard'];
export type Dealer = Schema['OfficeDealer'];
export type DealerState = DealerCard['state'];
export type DealerInput = Schema['OfficeDealerFields'];
export type DealerFacts = Schema['OfficeDealerFacts'];

export type DealerLevel = Schema['OfficeDealerLevel'];

/** An audience's conditions with each in its place. Every one that is not empty must hold. */
export type AudienceRule = Required<Schema['OfficeAudienceRule']>;
export type Audience = Schema['OfficeAudience'];
export type AudienceMember = Schema['OfficeAudienceMember'];

export type OfficeCategory = Schema['OfficeCategory'];
export type Template = Schema['OfficeTemplate'];
export type TemplateAttribute = Schema['OfficeTemplateAttribute'];

export type OfficeProductCard = Schema['OfficeProductRow'];
export type OfficeProduct = Schema['OfficeProduct'];
export type ProductState = OfficeProduct['state'];
/** An SKU as its form holds it: with every field but a tax rate that nobody has given yet. */
export type SkuInput = Required<Omit<Schema['OfficeSKUFields'], 'tax_rate'>> & { tax_rate?: number };
/** A product as its form holds it. Images are not changed there. */
export type ProductInput = Required<Omit<Schema['OfficeProductFields'], 'images' | 'skus'>> & {
  skus: SkuInput[];
};
export type ProductRequest = Schema['OfficeProductFields'];

export type PriceList = Schema['OfficePriceList'];
export type PriceListKind = PriceList['kind'];
export type PriceListInput = Schema['OfficePriceListFields'];
export type ListPrice = Schema['OfficePrice'];
export type PriceChange = Schema['OfficePriceChange'];
export type PriceExplanation = Schema['OfficeExplanation'];

export type StockRow = Schema['OfficeStockRow'];
export type Movement = Schema['OfficeMovement'];
export type StockAdjustment = Schema['OfficeAdjustStockInputBody'];
export type StockCounts = Schema['OfficeCountStockInputBody'];
export type Warehouse = Schema['OfficeWarehouse'];
export type WarehouseState = Warehouse['state'];
export type WarehouseInput = Schema['OfficeWarehouseFields'];
export type DisplayRule = Schema['OfficeDisplayRule'];
export type DisplayMode = DisplayRule['mode'];

export type ExportKind = Schema['OfficeStartExportInputBody']['kind'];
export type ExportFilter = Schema['OfficeExportFilter'];

export type Staff = Schema['OfficeStaff'];
export type StaffInput = Schema['OfficeStaffFields'];
export type StaffInvitation = Schema['OfficeStaffInvitation'];
export type Letter = Schema['OfficeLetter'];
export type Role = Schema['OfficeRole'];
export type Permission = Schema['OfficePermission'];
export type ApiKey = Schema['OfficeAPIKey'];
export type ApiKeyInput = Schema['OfficeCreateKeyInputBody'];
/** The key itself is told once, in the answer that makes it. */
export type NewApiKey = Schema['OfficeNewAPIKey'];

/** Something that a text may mean: an order, a dealer, goods, a price list. */
export type Found = Schema['OfficeFound'];

export type AuditChange = Schema['OfficeChange'];

export type Block = Schema['OfficeBlock'];
export type BlockInput = Schema['OfficeBlockFields'];
export type SeenBlock = Schema['OfficeSeenBlock'];

export type Department = Schema['OfficeDepartment'];
export type DepartmentInput = Schema['OfficeDepartmentFields'];
export type RoleScope = Schema['OfficeRoleScope'];
export type RoleScopeInput = Schema['OfficeRoleScopeFields'];
export type Holder = Schema['OfficeHolder'];
export type Rights = Schema['OfficeRights'];
export type RoleSees = Schema['OfficeRoleSees'];
export type Handover = Schema['OfficeHandover'];
export type HandoverInput = Schema['OfficeHandoverFields'];
export type KeptDealer = Schema['OfficeKeptDealer'];
export type RepTerm = Schema['OfficeRepTerm'];
export type RoleBy = Schema['OrgBy'];
export type RoleGrant = Schema['OrgGrant'];
