namespace Insights.Explanation;

/// <summary>Words of English that carry grammar, time or courtesy instead of a matter. Common lists hold them; none is a matter of any complaints body.</summary>
internal static class FunctionWords
{
    private const string List = """
        a about above after again against ago all almost already also although always am an and another any anyone anything anyway are aren't around as ask asked
        asking at away back be because been before being below between both but by call called came can can't cannot can’t come comes coming could couldn't dear did
        didn't do does doesn't doing don't done down during each either else enough even ever every everyone everything few finally first for from further gave get
        gets getting give given gives go goes going gone good got had hadn't has hasn't have haven't having he he's hello her here hers herself him himself his hope
        how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just keep kept kind know known last later least less let like made make makes
        making many matter may maybe me mean might mine more most much must my myself near need needed needs never new next no nobody none nor not nothing now of off
        often old on once one only onto or other others our ours ourselves out over own people per perhaps please put quite rather really regards right said same saw
        say saying says second see seem seems seen several shall she she'd should shouldn't since sir so some someone something sometimes soon sorry still such take
        taken takes taking tell telling than thank thanks that that's the their theirs them themselves then there there's these they they'd they'll they're they've
        thing things think third this those though thought three through thus time times to today together told tomorrow too took toward try trying twice two under
        until up upon us use used using very via want wanted wants was wasn't way we we'd we've week weeks well went were weren't what what's when where whether which
        while who whole whom whose why will wish with within without won't would wouldn't writing wrote year years yes yesterday yet you you'd you'll you're you've
        your yours yourself day days month months hour hours minute minutes january february march april june july august september october november december monday
        tuesday wednesday thursday friday saturday sunday morning afternoon evening night four five six seven eight nine ten eleven twelve hundred madam faithfully
        sincerely kindly complaint complain complaining complained
        """;

    private static readonly HashSet<string> Words = [.. List.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static bool Contains(string word) => Words.Contains(word);
}
