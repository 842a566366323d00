namespace Dashboard.BrowserTests;

/// <summary>Every page in every state that looks different.</summary>
public static class Addresses
{
    public static TheoryData<string> All =>
    [
        "/",
        "/?collection=housing-ombudsman",
        "/signals",
        "/signals?state=all&artefact=either",
        "/signals/1",
        "/signals/3",
        "/patterns",
        "/patterns?collection=housing-ombudsman",
        "/trends",
        "/trends?split=Theme&interval=Week&from=2025-01-06",
        "/trends?collection=housing-ombudsman&measure=Rate&split=Theme&only=damp_and_mould&then=Organisation",
        "/trends?measure=Nonsense",
        "/complaints",
        "/complaints?q=certificate&not=Office:Dover&is=Channel:Email",
        "/complaints?q=nothingatall",
        "/complaints/1",
        "/imports",
        "/imports/new",
        "/imports/1",
        "/imports/1/undo",
        "/imports/wizard",
        "/campaigns?collection=home-office-sample",
        "/campaigns?collection=housing-ombudsman",
        "/campaigns/1",
        "/about",
        "/nothing-here",
    ];
}
