using System;
using System.IO;
using System.Linq;
using Playground.Browser;
using Playground.Learning;

namespace Playground.Tests.Digits;

/// <summary>The session of the page of digits, with the parameters that the site brings along.</summary>
public class DigitSessionTests
{
    private static readonly byte[] Learned = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "parts/site/pages/digits/learned.safetensors"));
    private static readonly byte[] Stored = PenDigits.StoredFile();

    [Fact]
    public void Every_handwritten_digit_is_recognised()
    {
        DigitSession session = Open();
        int[] answers = [.. Enumerable.Range(0, 10).Select(digit => Best(session.Draw(Handwriting.Points(digit, 560))))];
        Assert.Equal(Enumerable.Range(0, 10), answers);
    }

    [Fact]
    public void Nearly_every_stored_digit_is_recognised()
    {
        DigitSession session = Open();
        int right = Enumerable.Range(0, 100).Count(i => Best(session.Show(i % 10)) == i % 10);
        Assert.InRange(right, 97, 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_digit_is_learned_within_a_hundred_steps_and_the_others_are_not_forgotten(int wanted)
    {
        DigitSession session = Open();
        session.LearningRate = 0.01f;
        session.Draw(Handwriting.Points(1, 560));
        int steps = 0;
        for (DigitAnswer answer = session.Answer(); Best(answer) != wanted || answer.Probabilities[wanted] < 0.8f; steps++)
        {
            Assert.InRange(steps, 0, 100);
            answer = session.Learn(wanted, milliseconds: 0).Answer;
        }

        TestContext.Current.SendDiagnosticMessage($"a 1 is a {wanted} after {steps} steps");
        Assert.InRange(steps, 2, 100);
        Assert.InRange(Enumerable.Range(0, 100).Count(i => Best(session.Show(i % 10)) == i % 10), 90, 100);
    }

    [Fact]
    public void A_network_that_has_forgotten_everything_learns_the_stored_digits()
    {
        DigitSession session = Open();
        session.Forget();
        session.LearningRate = 0.03f;
        float first = session.Learn(-1, 0).Loss;
        DigitLesson lesson = session.Learn(-1, 0);
        while (lesson.Steps < 1000)
            lesson = session.Learn(-1, 0);
        Assert.InRange(Enumerable.Range(0, 100).Count(i => Best(session.Show(i % 10)) == i % 10), 95, 100);
        Assert.InRange(first, 1.5f, 4f);
    }

    [Fact]
    public void The_evidence_is_the_gradient_of_the_logarithm_of_the_largest_probability()
    {
        DigitSession session = Open();
        float[] strokes = Handwriting.Points(9, 560);
        DigitAnswer answer = session.Draw(strokes);
        int best = Best(answer), pixel = Enumerable.Range(0, 784).MaxBy(i => Math.Abs(answer.Evidence[i]));
        const float Step = 0.01f;
        double With(float change)
        {
            answer.Image[pixel] += change;
            double logarithm = Math.Log(session.Answer().Probabilities[best]);
            answer.Image[pixel] -= change;
            return logarithm;
        }

        double slope = (With(Step) - With(-Step)) / (2 * Step);
        Assert.InRange(answer.Evidence[pixel] / slope, 0.9, 1.1);
    }

    [Fact]
    public void What_is_saved_is_what_is_loaded()
    {
        DigitSession session = Open(), other = Open();
        session.Forget();
        other.Load(session.Save());
        Assert.Equal(session.Show(3).Probabilities, other.Show(3).Probabilities);
        session.Reset();
        Assert.NotEqual(session.Answer().Probabilities, other.Answer().Probabilities);
    }

    [Fact]
    public void A_damaged_file_changes_nothing()
    {
        DigitSession session = Open();
        float[] before = session.Show(3).Probabilities;
        Assert.Throws<InvalidDataException>(() => session.Load([1, 2, 3]));
        Assert.Equal(before, session.Answer().Probabilities);
    }

    [Fact]
    public void A_unit_has_its_weights_in_both_directions()
    {
        DigitSession session = Open();
        GenNet.SafeTensorsFile file = GenNet.SafeTensorsFile.Read(new MemoryStream(session.Save()));
        float[] unit = session.Unit(42);
        Assert.Equal(file["0.weight"].ToArray<float>().AsSpan(42 * 784, 784), unit.AsSpan(0, 784));
        Assert.Equal(file["0.bias"].ToArray<float>()[42], unit[784]);
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => file["1.weight"].ToArray<float>()[digit * 100 + 42]), unit[785..]);
    }

    [Fact]
    public void The_norms_are_those_of_the_parameters()
    {
        DigitSession session = Open();
        GenNet.SafeTensorsFile file = GenNet.SafeTensorsFile.Read(new MemoryStream(session.Save()));
        float[] expected = [.. new[] { "0.weight", "0.bias", "1.weight", "1.bias" }.Select(name => MathF.Sqrt(file[name].ToArray<float>().Sum(number => number * number)))];
        Assert.Equal(expected, session.Norms(), (x, y) => Math.Abs(x - y) < 1e-3 * x);
    }

    private static DigitSession Open() => new(Learned, Stored);

    private static int Best(DigitAnswer answer) => GenNet.OneHot.Decode<float>(answer.Probabilities);
}
