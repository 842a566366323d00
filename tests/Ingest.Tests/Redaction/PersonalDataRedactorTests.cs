using Ingest.Redaction;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Redaction;

public sealed class PersonalDataRedactorTests(RedactorFixture fixture) : IClassFixture<RedactorFixture>
{
    [Theory]
    [InlineData("My UAN is 3434-7710-0029-4417 and nobody answers.", "UAN: 3434-7710-0029-4417")]
    [InlineData("Payment was for GWF066120947 in March.", "GWF_REF: GWF066120947")]
    [InlineData("The surcharge IHS 553 019 846 was refunded.", "IHS_REF: IHS 553 019 846")]
    [InlineData("NI no. JR582017C is on the eVisa.", "NATIONAL_INSURANCE_NUMBER: JR582017C")]
    [InlineData("His number is SR 41 77 02 C, wrongly printed.", "NATIONAL_INSURANCE_NUMBER: SR 41 77 02 C")]
    [InlineData("Home Office ref M2093318/4 was quoted.", "HO_REF: M2093318/4")]
    [InlineData("My passport number is G3310784 and it is lost.", "PASSPORT_NUMBER: G3310784")]
    [InlineData("Old passport 533908127 came back torn.", "PASSPORT_NUMBER: 533908127")]
    [InlineData("The permit RZX481902 never came.", "BRP_NUMBER: RZX481902")]
    [InlineData("Determination PA/51877/2023 is enclosed.", "COURT_REF: PA/51877/2023")]
    [InlineData("Claim AC-2024-LON-002217 was issued.", "COURT_REF: AC-2024-LON-002217")]
    [InlineData("Detained under CID 30911847 since June.", "DETAINEE_REF: CID 30911847")]
    [InlineData("Write to k.wojcik81@example.com please.", "EMAIL: k.wojcik81@example.com")]
    [InlineData("Ring me on 07700 900 561 after four.", "PHONE: 07700 900 561")]
    [InlineData("Ring me on +44 (0)7700 900347 after four.", "PHONE: +44 (0)7700 900347")]
    [InlineData("Sent to SE15 5JT by mistake.", "POSTCODE: SE15 5JT")]
    [InlineData("I gave ZZ99 2HJ as my postcode.", "POSTCODE: ZZ99 2HJ")]
    [InlineData("The van, reg KX21 NBD, drove off.", "VEHICLE_REG: KX21 NBD")]
    [InlineData("Paid by card ending 4471 on the day.", "FINANCIAL: 4471")]
    [InlineData("Sort code 40-12-88 was given.", "FINANCIAL: 40-12-88")]
    [InlineData("The officer's collar number 472 SN was visible.", "STAFF_ID: 472 SN")]
    [InlineData("Complaint UKVI/CC/24-08817 lodged in March.", "COMPLAINT_REF: UKVI/CC/24-08817")]
    [InlineData("My daughter was born on 14 June 2016 in Leeds.", "DATE_OF_BIRTH: 14 June 2016")]
    [InlineData("Our client, D.O.B 1st of May 1990, waits.", "DATE_OF_BIRTH: 1st of May 1990")]
    [InlineData("Refund to IBAN GB29 NWBK 6016 1331 9268 19, this IBAN only.", "FINANCIAL: GB29 NWBK 6016 1331 9268 19")]
    [InlineData("Write to shirin_rahimi78 at gmail dot com please.", "EMAIL: shirin_rahimi78 at gmail dot com")]
    [InlineData("Write to jo dot rahimi at mail dot co dot uk please.", "EMAIL: jo dot rahimi at mail dot co dot uk")]
    [InlineData("My share code W9X 4TR 2KM does not work.", "APPLICATION_REF: W9X 4TR 2KM")]
    [InlineData("Send it, ref PEX 566 209 8131, by post.", "APPLICATION_REF: PEX 566 209 8131")]
    [InlineData("They posted it to 12 Orchard Rise, Kettering.", "ADDRESS: 12 Orchard Rise, Kettering")]
    public void IdentifierInSentence_IsFoundWithItsType(string text, string expected) => fixture.Found(text).ShouldBe([expected]);

    [Theory]
    [InlineData("I rang 0300 123 2241 and 0800 678 1767 for a week.")]
    [InlineData("I paid £1,216.50 on 14 March 2024 at 16:30.")]
    [InlineData("The flight BA2490 from Heathrow to Lagos left at 10.45.")]
    [InlineData("I waited at home until ten and the dot on the map never moved.")]
    [InlineData("They lost it on the 1st of May 2024 in Dover.")]
    [InlineData("He was held in Brook House near Gatwick and then in Yarl's Wood.")]
    [InlineData("Form N244 and form BOR286 were sent to Lunar House in Croydon.")]
    [InlineData("The Home Office and Border Force blamed Sopra Steria and VFS Global.")]
    public void PublicDetail_Stays(string text) => fixture.Found(text).ShouldBeEmpty();

    [Theory]
    [InlineData("My name is Gebremedhin Tsegay and I wait.", "Gebremedhin Tsegay")]
    [InlineData("We act for Mrs Zlatica Horváthová in this matter.", "Mrs Zlatica Horváthová")]
    [InlineData("Nobody has replied in two months.\n\nYours sincerely,\nOluwaseun Adebayo", "Oluwaseun Adebayo")]
    public void Name_IsFound(string text, string name) => fixture.Found(text).ShouldBe([$"PERSON_NAME: {name}"]);

    [Fact]
    public void SameNumberTwice_HasOnePseudonym()
    {
        RedactedText redacted = fixture.Redactor.Redact("I quoted GWF066120947 in May, GWF066120948 in June and GWF066120947 again.");

        redacted.Text.ShouldBe("I quoted [reference 1] in May, [reference 2] in June and [reference 1] again.");
    }

    [Fact]
    public void PersonNamedInFullAndBySurname_HasOnePseudonym()
    {
        RedactedText redacted = fixture.Redactor.Redact("I was seen by Mrs Zlatica Horváthová at two. Mrs Horváthová then left.");

        redacted.Text.ShouldBe("I was seen by [person 1] at two. [person 1] then left.");
    }

    [Theory]
    [InlineData("4111 1111 1111 1111", PersonalDataType.Financial)]
    [InlineData("3434 7710 0029 4418", PersonalDataType.UniqueApplicationNumber)]
    public void SixteenDigits_AreACardOnlyWithItsCheckDigit(string number, string type) =>
        fixture.Redactor.Redact($"It says {number} on it.").Spans.ShouldHaveSingleItem().Type.ShouldBe(type);

    [Fact]
    public void DateOfAnEvent_StaysWhereADateOfBirthGoes() =>
        fixture.Found("He was born on 02/05/1984 and applied on 02/05/2024.").ShouldBe(["DATE_OF_BIRTH: 02/05/1984"]);

    [Fact]
    public void NameFoundOnce_IsFoundAgainElsewhere() =>
        fixture.Found("Mrs Horváthová rang. Nobody answered Horváthová for a week.").Length.ShouldBe(2);
}
