using System;
using GenNet;

namespace Playground.Browser;

/// <summary>Ten hidden layers, and what becomes of the activations on the way up and of the gradients on the way down while they learn.</summary>
internal sealed class DeepSession
{
    private const int Probes = 64;

    private readonly float[] _probeInputs = new float[2 * Probes], _probeTargets = new float[Probes];
    private PointTraining _training;

    /// <summary>The network of the nineties.</summary>
    public DeepSession() => _training = Start(nameof(DeepSigmoid), "small", "circle", new TrainingSettings(nameof(Sgd), 0.1, 32), seed: 1);

    /// <summary>The network.</summary>
    public Model Model => _training.Model;

    /// <summary>Its training.</summary>
    public PointTraining Training => _training;

    /// <summary>Begins anew.</summary>
    /// <param name="network">One of <see cref="DeepNetworks"/>.</param>
    /// <param name="initialisation">One of <see cref="Initialisation.All"/>.</param>
    /// <param name="data">One of <see cref="PlaneData.Names"/>, of more than four points.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="seed">Of the weights and the points.</param>
    public void Begin(string network, string initialisation, string data, TrainingSettings settings, int seed) =>
        _training = Start(network, initialisation, data, settings, seed);

    /// <summary>Goes on with other settings.</summary>
    public void Use(TrainingSettings settings) => _training.Use(settings);

    /// <summary>Looks at each hidden layer, on the same points each time.</summary>
    public DeepExamination Examine() => DeepExamination.Of(Model, _probeInputs, _probeTargets);

    /// <summary>What is to be seen in a look at the layers and in the loss, in words.</summary>
    public string Describe(DeepExamination examination) => $"{DeepFinding.Of(examination)} {DeepFinding.OfTraining(_training)}".TrimEnd();

    private PointTraining Start(string network, string initialisation, string data, TrainingSettings settings, int seed)
    {
        PlanePoint[] points = PlaneData.Draw(data, seed);
        Model model = DeepNetworks.Create(network, seed);
        Initialisation.Of(initialisation).Draw(model, seed);
        for (int i = 0; i < Probes; i++)
        {
            PlanePoint point = points[i % points.Length];
            (_probeInputs[2 * i], _probeInputs[2 * i + 1], _probeTargets[i]) = (point.X, point.Y, point.Class);
        }

        return new PointTraining(model, settings, points, seed);
    }
}
