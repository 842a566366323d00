namespace Insights.Text;

/// <summary>Finds the entries of a lexicon in a text. Not thread-safe: one a thread; its buffers are reused.</summary>
internal sealed class LexiconMatcher(Lexicon lexicon)
{
    private List<ulong> places = [];
    private List<ulong> nextPlaces = [];
    private readonly List<ulong> forms = [];
    private readonly List<int> formStarts = [];
    private readonly List<LexiconHit> hits = [];

    /// <summary>The entries found last, each with its group and its tokens.</summary>
    public IReadOnlyList<LexiconHit> Hits => hits;

    /// <summary>Adds the hash of a group for each of its entries found.</summary>
    public void Match(ReadOnlySpan<char> text, ReadOnlySpan<TextToken> tokens, HashBuffer found)
    {
        hits.Clear();
        ListForms(text, tokens);
        for (int first = 0; first < tokens.Length; first++)
        {
            MatchFrom(first, tokens.Length, found);
        }
    }

    /// <summary>Each token stands for itself and for each stem it begins with.</summary>
    private void ListForms(ReadOnlySpan<char> text, ReadOnlySpan<TextToken> tokens)
    {
        forms.Clear();
        formStarts.Clear();
        for (int index = 0; index < tokens.Length; index++)
        {
            TextToken token = tokens[index];
            formStarts.Add(forms.Count);
            forms.Add(token.Hash);
            ulong hash = FeatureHash.Seed;
            int letters = 0;
            foreach (char character in text.Slice(token.Start, token.Length))
            {
                char folded = CharacterClasses.Fold(character);
                if (folded == CharacterClasses.None)
                {
                    continue;
                }

                hash = FeatureHash.Append(hash, folded);
                if (++letters >= Lexicon.FewestLettersBeforeWildcard && lexicon.IsStem(hash))
                {
                    forms.Add(Lexicon.OfStem(hash));
                }
            }
        }

        formStarts.Add(forms.Count);
    }

    private void MatchFrom(int first, int tokenCount, HashBuffer found)
    {
        places.Clear();
        places.Add(0);
        int end = Math.Min(tokenCount, first + Lexicon.MostWords);
        for (int token = first; token < end && places.Count > 0; token++)
        {
            nextPlaces.Clear();
            for (int form = formStarts[token]; form < formStarts[token + 1]; form++)
            {
                StepAll(forms[form], first, token, found);
            }

            (places, nextPlaces) = (nextPlaces, places);
        }
    }

    private void StepAll(ulong word, int first, int last, HashBuffer found)
    {
        foreach (ulong place in places)
        {
            if (lexicon.TryStep(place, word, out ulong next, out ReadOnlySpan<ulong> groups))
            {
                nextPlaces.Add(next);
                foreach (ulong group in groups)
                {
                    found.Add(group);
                    hits.Add(new LexiconHit(group, first, last));
                }
            }
        }
    }
}
