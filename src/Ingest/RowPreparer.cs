using Ingest.Deduplication;
using Ingest.Redaction;
using Ingest.Sources;
using Ingest.Store;
using Ingest.Store.Writing;
using Ingest.Validation;
using Insights.Classification;

namespace Ingest;

/// <summary>Makes a record ready for the store: checks it, redacts, codes and signs its text, encrypts what must not be readable. Thread-safe.</summary>
internal sealed class RowPreparer(
    RowValidator validator, Lazy<PersonalDataRedactor> redactor, Lazy<CodingModel?> model, RawTextCipher cipher, IReadOnlyList<string> columns)
{
    public PreparedRow[] Prepare(IReadOnlyList<SourceRecord> records)
    {
        PreparedRow[] rows = new PreparedRow[records.Count];
        for (int index = 0; index < rows.Length; index++)
        {
            rows[index] = Prepare(records[index]);
        }

        return rows;
    }

    private PreparedRow Prepare(SourceRecord record)
    {
        RowResult result = validator.Validate(record);
        if (result.Complaint is not { } complaint)
        {
            return new PreparedRow { LineNumber = record.LineNumber, Issue = result.Issue, EncryptedRow = cipher.Encrypt(RefusedRow.ToJson(columns, record.Cells)) };
        }

        if (complaint.Text is not { } text)
        {
            return new PreparedRow { LineNumber = record.LineNumber, Complaint = complaint };
        }

        string redacted = redactor.Value.Redact(text).Text;
        return new PreparedRow
        {
            LineNumber = record.LineNumber,
            Complaint = complaint,
            RedactedText = redacted,
            EncryptedText = cipher.Encrypt(text),
            Signature = MinHashSignature.Of(redacted),
            Prediction = model.Value is { } coding ? PreparedPrediction.Of(coding.Version, coding.Predict(redacted)) : null,
        };
    }
}
