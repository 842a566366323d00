namespace TestSupport.Files;

/// <summary>Rows of the shipped sample's form, made up for tests of what becomes of good and bad ones.</summary>
public static class SampleRows
{
    public const string Header = "CaseReference,DateReceived,DateOfEvent,DateResponded,DateClosed,CaseCategory,Office,Channel,Route,Outcome,Remedy,RemedyAmount,Narrative";

    public static string Row(string reference, string received = "03/02/2025", string outcome = "Upheld", string text = "They lost my papers.") =>
        $"{reference},{received},,,,Service - Delay,Croydon,Email,,{outcome},,,{text}";

    /// <summary>Five rows, of which two are refused: a date that does not exist, an outcome nobody knows.</summary>
    public static string FiveRows => string.Join("\r\n", Header, Row("T-1"), Row("T-2", received: "31/02/2025", text: "Secret one"), Row("T-3"), Row("T-4", outcome: "Perhaps", text: "Secret two"), Row("T-5"));
}
