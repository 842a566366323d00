namespace Ingest.Store.Entities;

/// <summary>Who gave a code.</summary>
public enum CodeOrigin
{
    Source = 0,
    Model = 1,
    Person = 2,
}
