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
    RowValidator validator, Lazy<PersonalDataRedactor> redactor, Lazy<CodingModel?> model, Task<RawTextCipher> cipher, IReadOnlyList<string> columns)
{
    /// <summary>Prepares the records; waits with encrypting until the cipher is there.</summary>
    public async Task<PreparedRow[]> PrepareAsync(IReadOnlyList<SourceRecord> records)
    {
        PreparedRow[] rows = new PreparedRow[records.Count];
        for (int index = 0; index < rows.Length; index++)
        {
            rows[index] = Prepare(records[index]);
        }

        RawTextCipher key = await cipher;
        for (int index = 0; index < rows.Length; index++)
        {
            Encrypt(rows[index], records[index], key);
        }

        return rows;
    }

    private PreparedRow Prepare(SourceRecord record)
    {
        RowResult result = validator.Validate(record);
        if (result.Complaint?.Text is not { } text)
        {
            return new PreparedRow { LineNumber = record.LineNumber, Complaint = result.Complaint, Issue = result.Issue };
        }

        string redacted = redactor.Value.Redact(text).Text;
        return new PreparedRow
        {
            LineNumber = record.LineNumber,
            Complaint = result.Complaint,
            RedactedText = redacted,
            Signature = MinHashSignature.Of(redacted),
            Prediction = model.Value is { } coding ? PreparedPrediction.Of(coding.Version, coding.Predict(redacted)) : null,
        };
    }

    private void Encrypt(PreparedRow row, SourceRecord record, RawTextCipher key)
    {
        if (row.Complaint is null)
        {
            row.EncryptedRow = key.Encrypt(RefusedRow.ToJson(columns, record.Cells));
        }
        else if (row.Complaint.Text is { } text)
        {
            row.EncryptedText = key.Encrypt(text);
        }
    }
}
