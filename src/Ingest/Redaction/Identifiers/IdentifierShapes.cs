namespace Ingest.Redaction.Identifiers;

/// <summary>
/// The written forms that need no context, most specific first. Sources: gov.uk pages of each service for GWF, IHS, UAN, BRP and Home Office references;
/// HMRC National Insurance Manual NIM39110 for the insurance number; BS 7666 for postcodes; DVLA INF104 for registration marks; the reference
/// forms of the tribunals and the High Court as printed on their notices.
/// </summary>
internal static class IdentifierShapes
{
    private static readonly IdentifierShape[] All =
    [
        new(PersonalDataType.VisaWebReference, "GWF_###_###_###"),
        // A share code; only where a word announces a code, because little else tells it from words in capitals.
        new(PersonalDataType.ApplicationReference, "%%%_%%%_%%%"),
        new(PersonalDataType.HealthSurchargeReference, "IHS_###_###_###"),
        new(PersonalDataType.HealthSurchargeReference, "IHSC_###_###_###"),
        new(PersonalDataType.DetaineeReference, "CID_########"),
        new(PersonalDataType.DetaineeReference, "CID_#######"),
        new(PersonalDataType.DetaineeReference, "@####@@"),
        new(PersonalDataType.UniqueApplicationNumber, "####_####_####_####"),
        new(PersonalDataType.NationalInsuranceNumber, "??_##_##_##_?"),
        new(PersonalDataType.CourtReference, "@@/#####/####"),
        new(PersonalDataType.CourtReference, "@@/####/####"),
        new(PersonalDataType.CourtReference, "@@-####-@@@-######"),
        new(PersonalDataType.CourtReference, "@@-####-######"),
        new(PersonalDataType.CourtReference, "@##@@###"),
        new(PersonalDataType.CourtReference, "@@##@#####"),
        new(PersonalDataType.CourtReference, "#######/####"),
        new(PersonalDataType.HomeOfficeReference, "?#######/##"),
        new(PersonalDataType.HomeOfficeReference, "?#######/#"),
        new(PersonalDataType.HomeOfficeReference, "@#######"),
        new(PersonalDataType.ResidencePermitNumber, "@@@######"),
        new(PersonalDataType.ResidencePermitNumber, "ZU#######"),
        new(PersonalDataType.ResidencePermitNumber, "RZ#######"),
        new(PersonalDataType.PassportNumber, "@########"),
        new(PersonalDataType.PassportNumber, "@@#######"),
        new(PersonalDataType.PassportNumber, "@#######@"),
        new(PersonalDataType.Financial, "##-##-## ########"),
        new(PersonalDataType.VehicleRegistration, "@@##_@@@"),
        new(PersonalDataType.VehicleRegistration, "@-###-@@"),
        new(PersonalDataType.VehicleRegistration, "###-@-####"),
        new(PersonalDataType.VehicleRegistration, "###-@@-####"),
        new(PersonalDataType.VehicleRegistration, "##-@-#####"),
        new(PersonalDataType.VehicleRegistration, "@@-###-@@"),
        new(PersonalDataType.VehicleRegistration, "@###_@@@"),
        new(PersonalDataType.VehicleRegistration, "G-@@@@"),
        new(PersonalDataType.Postcode, "??#?_#??"),
        new(PersonalDataType.Postcode, "??##_#??"),
        new(PersonalDataType.Postcode, "??#_#??"),
        new(PersonalDataType.Postcode, "?#?_#??"),
        new(PersonalDataType.Postcode, "?##_#??"),
        new(PersonalDataType.Postcode, "?#_#??"),
    ];

    private static readonly IdentifierShape[] OpeningWithDigit = All.Where(shape => shape.Pattern[0] is '#' or '%').ToArray();
    private static readonly IdentifierShape[] OpeningWithLetter = All.Where(shape => shape.Pattern[0] != '#').ToArray();

    /// <summary>The forms that may begin with the character.</summary>
    public static IdentifierShape[] OpeningWith(char first) => char.IsAsciiDigit(first) ? OpeningWithDigit : OpeningWithLetter;
}
