namespace Ingest.Sources;

/// <summary>How the records lie in a JSON file that is read piece by piece.</summary>
internal enum JsonForm
{
    /// <summary>The file is a list of them.</summary>
    List,

    /// <summary>The file is one after another.</summary>
    Several,

    /// <summary>They are a list that a property of one object holds.</summary>
    Within,
}
