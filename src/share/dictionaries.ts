const FIRST = [
  'bfloat16 multiquery attn_only none pipe ring rs_ag p2p_rs_ag roofline networks.3. networks.2. ',
  '\npart=strategy&name=&num_procs=64&tensor_par=1&pipeline_par=4&data_par=16&tensor_par_net=0&pipeline',
  '_par_net=0&data_par_net=1&batch_size=768&microbatch_size=2&datatype=float8&fused_activation=true&att',
  'ention_type=multihead&activation_recompute=full&pipeline_interleaving=5&optimizer_sharding=true&tens',
  'or_par_comm_type=ar&tensor_par_overlap=none&seq_par_ag_redo=false&data_par_overlap=false&weight_offl',
  'oad=true&activations_offload=false&optimizer_offload=false&training=true',
  '\npart=model&name=&hidden=5140&feedforward=20560&seq_size=2048&attn_heads=40&attn_size=128&num_block',
  's=40',
  '\npart=system&name=&matrix.float8.tflops=2000&matrix.float8.gflops_efficiency=128:0.95,16:0.9,1:0.6,',
  '0:0.1&matrix.float16.tflops=1000&matrix.float16.gflops_efficiency=128:0.95,16:0.9,1:0.6,0:0.1&matrix',
  '.float32.tflops=400&matrix.float32.gflops_efficiency=200:0.9,20:0.7,0:0.2&matrix.bfloat16.tflops=100',
  '0&matrix.bfloat16.gflops_efficiency=128:0.95,16:0.9,1:0.6,0:0.1&vector.float8.tflops=120&vector.floa',
  't8.gflops_efficiency=16:0.95,1:0.5,0:0.1&vector.float16.tflops=120&vector.float16.gflops_efficiency=',
  '16:0.95,1:0.5,0:0.1&vector.float32.tflops=48&vector.float32.gflops_efficiency=16:0.95,1:0.5,0:0.1&ve',
  'ctor.bfloat16.tflops=120&vector.bfloat16.gflops_efficiency=16:0.95,1:0.5,0:0.1&mem1.GiB=80&mem1.GBps',
  '=3072&mem1.MB_efficiency=100:0.9,10:0.75,1:0.6,0:0.3&mem2.GiB=1024&mem2.GBps=200&mem2.MB_efficiency=',
  '64:0.9,0:0.5&processing_mode=no_overlap&networks.0.bandwidth=450&networks.0.efficiency=0.65&networks',
  '.0.size=24&networks.0.latency=0.00001&networks.0.ops.p2p=1&networks.0.ops.reduce_scatter=1:0&network',
  's.0.ops.all_gather=1:0&networks.0.ops.all_reduce=1:1&networks.0.must_be_filled=true&networks.0.proce',
  'ssor_usage=0.15&networks.1.bandwidth=50&networks.1.efficiency=0.9&networks.1.size=65536&networks.1.l',
  'atency=0.00002&networks.1.ops.p2p=1&networks.1.ops.reduce_scatter=1:0&networks.1.ops.all_gather=1:0&',
  'networks.1.ops.all_reduce=1:0&networks.1.must_be_filled=false&networks.1.processor_usage=0.02',
].join('');

/**
 * What deflate may refer back to in a carried file, so that only what is unusual takes room. Links depend on these
 * texts to the letter: never change one; add the next version instead.
 */
export const DICTIONARIES: Readonly<Record<number, string>> = { 1: FIRST };

/** The version that links are written with. */
export const NEWEST_DICTIONARY = 1;
