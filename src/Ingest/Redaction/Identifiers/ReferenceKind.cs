namespace Ingest.Redaction.Identifiers;

/// <summary>What the words before a number announce.</summary>
internal enum ReferenceKind : byte
{
    None,
    Reference,
    Complaint,
    Court,
    Passport,
    Permit,
    Financial,
    Staff,

    /// <summary>A person of staff, whose number may follow straight away.</summary>
    Officer,
    Vehicle,
    Detainee,
    Insurance,
    Telephone,
    Birth,

    /// <summary>The number is public: a form, a flight, a room.</summary>
    Public,
}
