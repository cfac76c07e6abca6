using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;

namespace CharacterModel;

/// <summary>A network that speaks, one step for each character: it hears what it has said.</summary>
/// <param name="net">The network.</param>
/// <param name="places">How many steps there can be before the state must be begun anew; null where any number can.</param>
internal sealed class Speaker<TNet>(TNet net, int? places)
    where TNet : class, INetwork<TNet, float>, IStreamingNetwork<TNet, float>
{
    private readonly SequenceState<float> _state = net.CreateState();
    private readonly float[] _probabilities = new float[Alphabet.Size];
    private readonly List<float> _heard = [];

    /// <summary>What the network adds to a prompt, behind it.</summary>
    public string Speak(float[] prompt, Speech speech, RandomStream random)
    {
        _state.Reset();
        _heard.Clear();

        // Where nothing is given, a line begins.
        if (prompt.Length == 0)
            Hear(Alphabet.Encode("\n", "a line")[0]);
        foreach (float character in prompt)
            Hear(character);
        for (int i = 0; i < speech.Length; i++)
            Hear(Draw(speech.Temperature, random));
        return string.Concat(_heard.Select(character => Alphabet.Decode((int)character)));
    }

    /// <summary>The next step. Where there is no place for it, the state begins anew with the second half of what it has seen.</summary>
    private void Hear(float character)
    {
        if (_state.Steps == places)
        {
            _state.Reset();
            foreach (float again in _heard[^(places.Value / 2)..])
                Step(again);
        }

        _heard.Add(character);
        Step(character);
    }

    private void Step(float character) => net.Step([character], _state, _probabilities);

    /// <summary>A character by its probability p, each as likely as p^(1 / temperature).</summary>
    private int Draw(double temperature, RandomStream random)
    {
        float largest = _probabilities.Max();
        if (temperature == 0)
            return Array.IndexOf(_probabilities, largest);
        double[] weights = [.. _probabilities.Select(p => Math.Pow(p / largest, 1 / temperature))];
        double left = random.NextDouble() * weights.Sum();
        int drawn = 0;
        while (drawn < weights.Length - 1 && (left -= weights[drawn]) >= 0)
            drawn++;
        return drawn;
    }
}
