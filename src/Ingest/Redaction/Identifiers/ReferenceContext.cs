using System.Collections.Frozen;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Identifiers;

/// <summary>Reads the words before a number for what it is.</summary>
internal static class ReferenceContext
{
    /// <summary>Words looked back over. Chosen on the developing half of the marked narratives: "collar number on his vest said 472 SN".</summary>
    private const int Reach = 5;

    private static readonly FrozenDictionary<ulong, ReferenceKind> Words = Build(
        (ReferenceKind.Reference, "ref refs reference references number numbers no nos nr num application applications claim case file files order booking tracking ticket ref'd id code confirmation conf candidate award licence certificate cas cos uan parcel policy quoting quoted account's"),
        (ReferenceKind.Complaint, "complaint complaints ombudsman phso helpdesk"),
        (ReferenceKind.Court, "court tribunal appeal proceedings judicial"),
        (ReferenceKind.Passport, "passport passports booklet document"),
        (ReferenceKind.Permit, "brp permit brps"),
        (ReferenceKind.Financial, "card ending cheque account acct a/c iban sort mastercard barclaycard debit bacs"),
        (ReferenceKind.Staff, "badge collar shoulder payroll staff warrant pin lanyard epaulette employee"),
        (ReferenceKind.Officer, "officer agent pc dco interviewer escort guard"),
        (ReferenceKind.Vehicle, "reg registration plate plates car van lorry trailer vehicle truck aeroplane aircraft motorbike index"),
        (ReferenceKind.Detainee, "cid detainee prison nomis noms"),
        (ReferenceKind.Insurance, "ni nino insurance"),
        (ReferenceKind.Telephone, "tel telephone phone mobile mob call ring fax whatsapp callback"),
        (ReferenceKind.Birth, "born dob birth birthday birthdate b d.o.b"),
        (ReferenceKind.Public, "form flight room page rule gate platform paragraph section bus article appendix terminal level tier step question version year years paid fee fees cost costs helpline bay belt cell spur"));

    /// <summary>The nearest announcement before the token.</summary>
    public static ReferenceKind Before(TokenList tokens, int index)
    {
        if (tokens[index - 1].Kind == TokenKind.RedactedPerson && tokens[index].Before is Gap.Comma or Gap.Open or Gap.Space)
        {
            // A code that signs off behind a name is the person's own.
            return ReferenceKind.Reference;
        }

        ReferenceKind weak = ReferenceKind.None;
        for (int back = 1; back <= Reach; back++)
        {
            ref readonly Token token = ref tokens[index - back];
            Gap gap = tokens[index - back + 1].Before;
            ReferenceKind kind = index - back < 0 || token.Kind != TokenKind.Word ? ReferenceKind.None : Words.GetValueOrDefault(token.Hash);
            bool endsHere = gap == Gap.Line || (gap == Gap.SentenceEnd && kind == ReferenceKind.None) || index - back < 0;
            if (endsHere)
            {
                return weak;
            }

            bool isNearest = back == 1;
            if (kind is ReferenceKind.Public or ReferenceKind.Officer && !isNearest)
            {
                continue;
            }

            if (kind is not (ReferenceKind.None or ReferenceKind.Reference))
            {
                return kind;
            }

            weak = weak == ReferenceKind.None ? kind : weak;
        }

        return weak;
    }

    public static ReferenceKind KindOf(in Token token) => token.Kind == TokenKind.Word ? Words.GetValueOrDefault(token.Hash) : ReferenceKind.None;

    /// <summary>The type a number gets that only its context tells.</summary>
    public static string TypeOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Complaint => PersonalDataType.ComplaintReference,
        ReferenceKind.Court => PersonalDataType.CourtReference,
        ReferenceKind.Passport => PersonalDataType.PassportNumber,
        ReferenceKind.Permit => PersonalDataType.ResidencePermitNumber,
        ReferenceKind.Financial => PersonalDataType.Financial,
        ReferenceKind.Staff or ReferenceKind.Officer => PersonalDataType.StaffId,
        ReferenceKind.Vehicle => PersonalDataType.VehicleRegistration,
        ReferenceKind.Detainee => PersonalDataType.DetaineeReference,
        ReferenceKind.Insurance => PersonalDataType.NationalInsuranceNumber,
        ReferenceKind.Telephone => PersonalDataType.Phone,
        _ => PersonalDataType.ApplicationReference,
    };

    private static FrozenDictionary<ulong, ReferenceKind> Build(params (ReferenceKind Kind, string Words)[] groups) => groups
        .SelectMany(group => group.Words.Split(' ').Select(word => (Hash: WordHash.Of(word), group.Kind)))
        .DistinctBy(pair => pair.Hash)
        .ToFrozenDictionary(pair => pair.Hash, pair => pair.Kind);
}
