namespace Ingest.Redaction;

/// <summary>The codes of personal data, and the word each leaves behind in a redacted text.</summary>
public static class PersonalDataType
{
    public const string PersonName = "PERSON_NAME";
    public const string Email = "EMAIL";
    public const string Phone = "PHONE";
    public const string Address = "ADDRESS";
    public const string Postcode = "POSTCODE";
    public const string DateOfBirth = "DATE_OF_BIRTH";
    public const string PassportNumber = "PASSPORT_NUMBER";
    public const string HomeOfficeReference = "HO_REF";
    public const string ApplicationReference = "APPLICATION_REF";
    public const string ComplaintReference = "COMPLAINT_REF";
    public const string CourtReference = "COURT_REF";
    public const string DetaineeReference = "DETAINEE_REF";
    public const string VisaWebReference = "GWF_REF";
    public const string UniqueApplicationNumber = "UAN";
    public const string HealthSurchargeReference = "IHS_REF";
    public const string ResidencePermitNumber = "BRP_NUMBER";
    public const string NationalInsuranceNumber = "NATIONAL_INSURANCE_NUMBER";
    public const string Financial = "FINANCIAL";
    public const string StaffId = "STAFF_ID";
    public const string VehicleRegistration = "VEHICLE_REG";

    private static readonly Dictionary<string, string> WordsLeftBehind = new(StringComparer.Ordinal)
    {
        [PersonName] = "person",
        [Email] = "email",
        [Phone] = "phone",
        [Address] = "address",
        [Postcode] = "postcode",
        [DateOfBirth] = "date of birth",
        [PassportNumber] = "passport",
        [HomeOfficeReference] = "reference",
        [ApplicationReference] = "reference",
        [ComplaintReference] = "reference",
        [CourtReference] = "reference",
        [DetaineeReference] = "reference",
        [VisaWebReference] = "reference",
        [UniqueApplicationNumber] = "reference",
        [HealthSurchargeReference] = "reference",
        [ResidencePermitNumber] = "permit",
        [NationalInsuranceNumber] = "insurance number",
        [Financial] = "account",
        [StaffId] = "staff number",
        [VehicleRegistration] = "vehicle",
    };

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<string> All => WordsLeftBehind.Keys;

    /// <summary>The plain word of a pseudonym, as in "[person 1]".</summary>
    public static string WordLeftBehind(string type) => WordsLeftBehind[type];
}
